package cache

import (
	"io/fs"
	"syscall"
)

func entryOf(info fs.FileInfo) (change, number int64) {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return stat.Ctim.Nano(), int64(stat.Ino)
	}
	return 0, 0
}
