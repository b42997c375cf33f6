package cache

import (
	"crypto/sha256"
)

// HashOf names some content: the first half of its SHA-256.
func HashOf(data []byte) Hash {
	sum := sha256.Sum256(data)
	return Hash(sum[:len(Hash{})])
}
