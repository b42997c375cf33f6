package quickhtml

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// compiler compiles one definition for one type of data.
type compiler struct {
	set  *Set
	root reflect.Type // of $
	vars []variable   // of range, the innermost last
}

type variable struct {
	name string
	of   reflect.Type
}

// list compiles nodes one after the other. It returns false for what is not known here.
func (c *compiler) list(l *parse.ListNode, dot reflect.Type) (step, bool) {
	var steps []step
	if l != nil {
		for _, n := range l.Nodes {
			s, ok := c.node(n, dot)
			if !ok {
				return nil, false
			}
			if s != nil {
				steps = append(steps, s)
			}
		}
	}
	switch len(steps) {
	case 0:
		return func(*frame, reflect.Value) bool { return true }, true
	case 1:
		return steps[0], true
	}
	return func(f *frame, dot reflect.Value) bool {
		for _, s := range steps {
			if !s(f, dot) {
				return false
			}
		}
		return true
	}, true
}

func (c *compiler) node(n parse.Node, dot reflect.Type) (step, bool) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(f *frame, _ reflect.Value) bool { f.w.Write(text); return true }, true
	case *parse.CommentNode:
		return nil, true
	case *parse.ActionNode:
		return c.action(n.Pipe, dot)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, dot)
	case *parse.WithNode:
		return c.with(&n.BranchNode, dot)
	case *parse.RangeNode:
		return c.each(&n.BranchNode, dot)
	case *parse.TemplateNode:
		return c.call(n, dot)
	}
	return nil, false
}

func (c *compiler) branch(n *parse.BranchNode, dot reflect.Type) (step, bool) {
	when, ok := c.condition(n.Pipe, dot)
	if !ok {
		return nil, false
	}
	then, ok := c.list(n.List, dot)
	if !ok {
		return nil, false
	}
	other, ok := c.list(n.ElseList, dot)
	return func(f *frame, dot reflect.Value) bool {
		yes, ok := when(f, dot)
		switch {
		case !ok:
			return false
		case yes:
			return then(f, dot)
		}
		return other(f, dot)
	}, ok
}

func (c *compiler) with(n *parse.BranchNode, dot reflect.Type) (step, bool) {
	if len(n.Pipe.Decl) > 0 {
		return nil, false
	}
	value, ok := c.single(n.Pipe, dot)
	if !ok {
		return nil, false
	}
	isTrue, ok := truth(value.of)
	if !ok {
		return nil, false
	}
	then, ok := c.list(n.List, value.of)
	if !ok {
		return nil, false
	}
	other, ok := c.list(n.ElseList, dot)
	return func(f *frame, dot reflect.Value) bool {
		v, ok := value.get(f, dot)
		switch {
		case !ok:
			return false
		case isTrue(v):
			return then(f, v)
		}
		return other(f, dot)
	}, ok
}

func (c *compiler) each(n *parse.BranchNode, dot reflect.Type) (step, bool) {
	pipe := *n.Pipe
	declared := pipe.Decl
	pipe.Decl = nil
	if pipe.IsAssign || len(declared) > 2 {
		return nil, false
	}
	value, ok := c.single(&pipe, dot)
	if !ok || value.of.Kind() != reflect.Slice && value.of.Kind() != reflect.Array || !isConcrete(value.of.Elem()) {
		return nil, false
	}
	element := value.of.Elem()
	at, index, item := len(c.vars), -1, -1
	switch len(declared) {
	case 1:
		item = at
		c.vars = append(c.vars, variable{declared[0].Ident[0], element})
	case 2:
		index, item = at, at+1
		c.vars = append(c.vars, variable{declared[0].Ident[0], reflect.TypeFor[int]()}, variable{declared[1].Ident[0], element})
	}
	if len(c.vars) > maxVariables {
		return nil, false
	}
	body, ok := c.list(n.List, element)
	c.vars = c.vars[:at]
	if !ok {
		return nil, false
	}
	other, ok := c.list(n.ElseList, dot)
	return func(f *frame, dot reflect.Value) bool {
		v, ok := value.get(f, dot)
		if !ok {
			return false
		}
		n := v.Len()
		if n == 0 {
			return other(f, dot)
		}
		for i := range n {
			e := v.Index(i)
			if index >= 0 {
				f.vars[index] = reflect.ValueOf(i)
			}
			if item >= 0 {
				f.vars[item] = e
			}
			if !body(f, e) {
				return false
			}
		}
		return true
	}, ok
}

// call compiles {{template}}. What is called is compiled when it is called: of which type
// its data are may be known only then.
func (c *compiler) call(n *parse.TemplateNode, dot reflect.Type) (step, bool) {
	if c.set.tmpl.Lookup(n.Name) == nil {
		return nil, false // a copy for another context, which html/template keeps to itself
	}
	s, d := c.set, c.set.def(n.Name)
	if n.Pipe == nil {
		return func(f *frame, _ reflect.Value) bool { return s.run(d, f.w, reflect.Value{}) }, true
	}
	if len(n.Pipe.Decl) > 0 {
		return nil, false
	}
	value, ok := c.single(n.Pipe, dot)
	if !ok {
		return nil, false
	}
	isAny := value.of.Kind() == reflect.Interface
	if isAny && value.of.NumMethod() > 0 {
		return nil, false
	}
	return func(f *frame, dot reflect.Value) bool {
		v, ok := value.get(f, dot)
		if !ok {
			return false
		}
		if isAny {
			if v.IsNil() {
				return false
			}
			v = v.Elem()
		}
		return s.run(d, f.w, v)
	}, true
}

// action compiles {{value | escapers}}.
func (c *compiler) action(pipe *parse.PipeNode, dot reflect.Type) (step, bool) {
	if pipe == nil || len(pipe.Decl) > 0 || len(pipe.Cmds) < 2 {
		return nil, false
	}
	value, ok := c.command(pipe.Cmds[0], dot)
	if !ok {
		return nil, false
	}
	var chain []string
	for _, cmd := range pipe.Cmds[1:] {
		name, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) != 1 || !strings.HasPrefix(name.Ident, escaperPrefix) {
			return nil, false
		}
		chain = append(chain, strings.TrimPrefix(name.Ident, escaperPrefix))
	}
	write, ok := c.set.lib.writer(chain, value.of)
	if !ok {
		return nil, false
	}
	return func(f *frame, dot reflect.Value) bool {
		v, ok := value.get(f, dot)
		return ok && write(f.w, v)
	}, true
}

// escaperPrefix begins the names of html/template's escapers.
const escaperPrefix = "_html_template_"
