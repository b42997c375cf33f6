package quickhtml

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// value is an expression of which the type is known.
type value struct {
	of  reflect.Type
	get func(f *frame, dot reflect.Value) (reflect.Value, bool)
}

// isConcrete tells whether values of a type are all of one kind.
func isConcrete(t reflect.Type) bool { return t.Kind() != reflect.Interface }

// single compiles a pipeline of one command.
func (c *compiler) single(pipe *parse.PipeNode, dot reflect.Type) (value, bool) {
	if pipe == nil || len(pipe.Cmds) != 1 || len(pipe.Decl) > 0 {
		return value{}, false
	}
	return c.command(pipe.Cmds[0], dot)
}

// command compiles what gives a value: an operand, or len and index.
func (c *compiler) command(cmd *parse.CommandNode, dot reflect.Type) (value, bool) {
	if len(cmd.Args) == 1 {
		return c.operand(cmd.Args[0], dot)
	}
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return value{}, false
	}
	of, ok := c.operand(cmd.Args[1], dot)
	if !ok {
		return value{}, false
	}
	switch {
	case name.Ident == "len" && len(cmd.Args) == 2 && of.of.Kind() == reflect.Slice:
		return value{reflect.TypeFor[int](), func(f *frame, dot reflect.Value) (reflect.Value, bool) {
			v, ok := of.get(f, dot)
			if !ok {
				return v, false
			}
			return reflect.ValueOf(v.Len()), true
		}}, true
	case name.Ident == "index" && len(cmd.Args) == 3 && of.of.Kind() == reflect.Slice && isConcrete(of.of.Elem()):
		number, ok := cmd.Args[2].(*parse.NumberNode)
		if !ok || !number.IsInt || strconv.FormatInt(number.Int64, 10) != number.Text {
			return value{}, false
		}
		at := int(number.Int64)
		return value{of.of.Elem(), func(f *frame, dot reflect.Value) (reflect.Value, bool) {
			v, ok := of.get(f, dot)
			if !ok || at < 0 || at >= v.Len() {
				return v, false
			}
			return v.Index(at), true
		}}, true
	}
	return value{}, false
}

func (c *compiler) operand(n parse.Node, dot reflect.Type) (value, bool) {
	switch n := n.(type) {
	case *parse.DotNode:
		if dot == nil || !isConcrete(dot) {
			return value{}, false
		}
		return value{dot, func(_ *frame, dot reflect.Value) (reflect.Value, bool) { return dot, true }}, true
	case *parse.FieldNode:
		if dot == nil {
			return value{}, false
		}
		return fields(value{dot, func(_ *frame, dot reflect.Value) (reflect.Value, bool) { return dot, true }}, n.Ident)
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			if c.root == nil {
				return value{}, false
			}
			return fields(value{c.root, func(f *frame, _ reflect.Value) (reflect.Value, bool) { return f.root, true }}, n.Ident[1:])
		}
		for i := len(c.vars) - 1; i >= 0; i-- {
			if c.vars[i].name == n.Ident[0] {
				return fields(value{c.vars[i].of, func(f *frame, _ reflect.Value) (reflect.Value, bool) { return f.vars[i], true }}, n.Ident[1:])
			}
		}
	}
	return value{}, false
}

// fields compiles .A.B of a value.
func fields(from value, names []string) (value, bool) {
	for _, name := range names {
		var ok bool
		if from, ok = field(from, name); !ok {
			return value{}, false
		}
	}
	return from, true
}

// field compiles .Name of a value: a field of a struct, also behind a pointer, or a
// method without arguments.
func field(from value, name string) (value, bool) {
	of := from.of
	base := of
	if of.Kind() == reflect.Pointer {
		base = of.Elem()
	}
	if base.Kind() != reflect.Struct {
		return value{}, false
	}
	if m, has := of.MethodByName(name); has {
		return method(from, m)
	}
	if _, has := reflect.PointerTo(base).MethodByName(name); has {
		return value{}, false // whether it can be called depends on where the value lies
	}
	found, has := base.FieldByName(name)
	if !has || !found.IsExported() || !isStraight(base, found.Index) {
		return value{}, false
	}
	get, path := from.get, found.Index
	switch {
	case of.Kind() == reflect.Pointer:
		return value{found.Type, func(f *frame, dot reflect.Value) (reflect.Value, bool) {
			v, ok := get(f, dot)
			if !ok || v.IsNil() {
				return v, false
			}
			v = v.Elem()
			for _, i := range path {
				v = v.Field(i)
			}
			return v, true
		}}, true
	case len(path) == 1:
		at := path[0]
		return value{found.Type, func(f *frame, dot reflect.Value) (reflect.Value, bool) {
			v, ok := get(f, dot)
			if !ok {
				return v, false
			}
			return v.Field(at), true
		}}, true
	}
	return value{found.Type, func(f *frame, dot reflect.Value) (reflect.Value, bool) {
		v, ok := get(f, dot)
		if !ok {
			return v, false
		}
		for _, i := range path {
			v = v.Field(i)
		}
		return v, true
	}}, true
}

// isStraight tells whether the way to a field leads through no pointer, which might be nil.
func isStraight(t reflect.Type, path []int) bool {
	for _, i := range path[:len(path)-1] {
		if t = t.Field(i).Type; t.Kind() != reflect.Struct {
			return false
		}
	}
	return true
}

// method compiles the call of a method without arguments and with one result.
func method(from value, m reflect.Method) (value, bool) {
	if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 || !isConcrete(m.Type.Out(0)) {
		return value{}, false
	}
	at, isPointer := m.Index, from.of.Kind() == reflect.Pointer
	return value{m.Type.Out(0), func(f *frame, dot reflect.Value) (result reflect.Value, ok bool) {
		v, ok := from.get(f, dot)
		if !ok || isPointer && v.IsNil() {
			return v, false
		}
		defer func() {
			if recover() != nil { // html/template makes an error of it
				ok = false
			}
		}()
		return v.Method(at).Call(nil)[0], true
	}}, true
}

// condition compiles what if asks.
func (c *compiler) condition(pipe *parse.PipeNode, dot reflect.Type) (func(*frame, reflect.Value) (yes, ok bool), bool) {
	if pipe == nil || len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 {
		return nil, false
	}
	return c.asks(pipe.Cmds[0], dot)
}

func (c *compiler) asks(cmd *parse.CommandNode, dot reflect.Type) (func(*frame, reflect.Value) (yes, ok bool), bool) {
	name, isCall := cmd.Args[0].(*parse.IdentifierNode)
	if !isCall || name.Ident == "len" || name.Ident == "index" {
		v, ok := c.command(cmd, dot)
		if !ok {
			return nil, false
		}
		isTrue, ok := truth(v.of)
		return func(f *frame, dot reflect.Value) (bool, bool) {
			got, ok := v.get(f, dot)
			return ok && isTrue(got), ok
		}, ok
	}
	switch name.Ident {
	case "and", "or":
		return c.several(cmd.Args[1:], dot, name.Ident == "or")
	case "not":
		if len(cmd.Args) != 2 {
			return nil, false
		}
		inner, ok := c.several(cmd.Args[1:], dot, true)
		return func(f *frame, dot reflect.Value) (bool, bool) {
			yes, ok := inner(f, dot)
			return !yes, ok
		}, ok
	case "eq":
		return c.equal(cmd.Args[1:], dot)
	}
	return nil, false
}

// several compiles and and or, of which only the truth is asked for.
func (c *compiler) several(args []parse.Node, dot reflect.Type, or bool) (func(*frame, reflect.Value) (yes, ok bool), bool) {
	if len(args) == 0 {
		return nil, false
	}
	var parts []func(*frame, reflect.Value) (bool, bool)
	for _, arg := range args {
		if inner, isPipe := arg.(*parse.PipeNode); isPipe {
			part, ok := c.condition(inner, dot)
			if !ok {
				return nil, false
			}
			parts = append(parts, part)
			continue
		}
		v, ok := c.operand(arg, dot)
		if !ok {
			return nil, false
		}
		isTrue, ok := truth(v.of)
		if !ok {
			return nil, false
		}
		parts = append(parts, func(f *frame, dot reflect.Value) (bool, bool) {
			got, ok := v.get(f, dot)
			return ok && isTrue(got), ok
		})
	}
	return func(f *frame, dot reflect.Value) (bool, bool) {
		for _, part := range parts {
			if yes, ok := part(f, dot); !ok || yes == or {
				return yes, ok
			}
		}
		return !or, true
	}, true
}

// equal compiles eq of a text and a constant one.
func (c *compiler) equal(args []parse.Node, dot reflect.Type) (func(*frame, reflect.Value) (yes, ok bool), bool) {
	if len(args) != 2 {
		return nil, false
	}
	constant, isText := args[1].(*parse.StringNode)
	v, ok := c.operand(args[0], dot)
	if !ok || !isText || v.of.Kind() != reflect.String {
		return nil, false
	}
	want := constant.Text
	return func(f *frame, dot reflect.Value) (bool, bool) {
		got, ok := v.get(f, dot)
		return ok && got.String() == want, ok
	}, true
}

// truth gives what text/template takes for true.
func truth(of reflect.Type) (func(reflect.Value) bool, bool) {
	switch of.Kind() {
	case reflect.String, reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }, true
	case reflect.Bool:
		return reflect.Value.Bool, true
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }, true
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }, true
	case reflect.Struct:
		return func(reflect.Value) bool { return true }, true
	}
	return nil, false
}
