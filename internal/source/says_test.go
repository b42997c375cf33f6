package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// TestSays: both languages of a message take the same arguments, in the same order.
func TestSays(t *testing.T) {
	verb := regexp.MustCompile(`%[-+ 0-9.]*[a-z%]`)
	messages := 0
	for _, file := range []string{"says.go", "says_deploy.go"} {
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			of, ok := n.(*ast.CompositeLit)
			if !ok || len(of.Elts) != 2 {
				return true
			}
			var texts []string
			for _, e := range of.Elts {
				text, err := strconv.Unquote(e.(*ast.BasicLit).Value)
				if err != nil || text == "" {
					t.Errorf("%v: a text is missing", e)
				}
				texts = append(texts, text)
			}
			messages++
			if id, en := verb.FindAllString(texts[0], -1), verb.FindAllString(texts[1], -1); !slices.Equal(id, en) {
				t.Errorf("%q takes %q, and in English %q", texts[0], id, en)
			}
			return true
		})
	}
	if messages < 80 {
		t.Errorf("%d messages", messages)
	}
}
