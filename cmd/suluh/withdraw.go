package main

import (
	"fmt"

	"suluh/internal/edit"
	"suluh/internal/phone"
	"suluh/internal/withdraw"
)

// runWithdraw takes a number out of the site when its owner no longer agrees.
func runWithdraw(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	write := e.flags.Bool("write", false, "")
	if !e.parse(args, 1) {
		return failed
	}
	if e.arg(0) == "" {
		e.complain(`tulis nomornya: suluh withdraw "0812-3456-7890"`, `write the number: suluh withdraw "0812-3456-7890"`)
		return failed
	}
	number, err := phone.Parse(e.arg(0), phone.Any)
	if why, is := e.faultText(err); is {
		e.complain(why, why)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	plan, err := withdraw.Make(s.Files(), s.Villages, number)
	if err != nil {
		return e.fail(err)
	}
	for _, c := range plan.Changes {
		fmt.Fprint(e.stdout, c.Diff())
	}
	for _, l := range plan.Left {
		e.say(fmt.Sprintf("%s:%d: nomor ini masih ditulis di sini. Hapus dengan tangan.", l.File, l.Line), fmt.Sprintf("%s:%d: the number is still written here. Delete it by hand.", l.File, l.Line))
	}
	for _, t := range plan.Taken {
		if s.WasPrinted(s.Villages.OfFile(t.File)) {
			e.say(
				fmt.Sprintf("Poster Desa %s pernah dicetak. Turunkan, lalu cetak lagi: suluh kit %s", t.Village, s.Villages.OfFile(t.File).Slug),
				fmt.Sprintf("The poster of %s was printed. Take it down, and print it again: suluh kit %s", t.Village, s.Villages.OfFile(t.File).Slug))
		}
	}
	switch {
	case len(plan.Changes)+len(plan.Left) == 0:
		e.say("Nomor ini tidak ada di situs.", "The site does not hold this number.")
		return good
	case len(plan.Changes) > 0 && !*write:
		e.say("Belum ada yang ditulis. Tulis dengan --write.", "Nothing is written yet. Write with --write.")
	case len(plan.Changes) > 0:
		if err := (&edit.Editor{Dir: from.dir}).Apply(plan.Changes); err != nil {
			return e.fail(err)
		}
		e.say(
			"Sudah dihapus dari berkas desa. Jalankan suluh build dan terbitkan hari ini: salinan di HP pembaca ikut berubah saat mereka daring.",
			"Taken out of the villages' files. Run suluh build and publish today: the copies on readers' phones change as soon as they are online.")
	}
	if len(plan.Left) > 0 {
		return faulty
	}
	return good
}
