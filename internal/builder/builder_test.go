package builder

import (
	"reflect"
	"strings"
	"testing"

	"suluh/internal/content"
	"suluh/internal/hosting"
)

// TestHostsAreOneList: what situs.yaml may name under hosting are the hosts that there are.
func TestHostsAreOneList(t *testing.T) {
	field, found := reflect.TypeFor[content.Config]().FieldByName("Hosts")
	if want := strings.Join(hosting.Names(), " "); !found || field.Tag.Get("oneof") != want {
		t.Errorf("situs.yaml may name %q, and the hosts are %q", field.Tag.Get("oneof"), want)
	}
}
