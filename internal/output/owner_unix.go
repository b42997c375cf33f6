//go:build unix

package output

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// giveOwner gives a file the owner and the group of another, as far as the system
// allows.
func giveOwner(file string, like fs.FileInfo) {
	if stat, ok := like.Sys().(*syscall.Stat_t); ok {
		_ = os.Lchown(file, int(stat.Uid), int(stat.Gid)) // only root may give files away
	}
}

// isReadOnly tells whether a disk takes no change.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// isOtherDisk tells whether a file cannot be renamed since it would change the
// disk.
func isOtherDisk(err error) bool { return errors.Is(err, syscall.EXDEV) }

// isNoFolder tells whether a path leads through a file.
func isNoFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }
