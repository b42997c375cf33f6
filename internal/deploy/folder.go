package deploy

import (
	"context"
	"os"
	"path/filepath"

	"suluh/internal/output"
)

// folder is a folder of this computer, or a memory stick: it is published as a build
// publishes, by package output.
type folder struct {
	path    string
	session *Session
}

func (s *Session) openFolder() (host, error) { return &folder{s.to.Path, s}, nil }

func (f *folder) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.path, filepath.FromSlash(name)))
}

func (f *folder) publish(_ context.Context, p *Plan) error {
	_, err := output.Mirror(f.path, p.Version.Manifest, f.session.opt.Sources, p.Version.Read, p.sent)
	return err
}

func (f *folder) has(string) bool { return true }
func (f *folder) swaps() bool     { return output.Swaps(f.path) }
func (f *folder) close() error    { return nil }
