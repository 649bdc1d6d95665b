/** Abbreviations whose full stop never ends a sentence: titles, ranks, “vs.”. Lowercase, without the stop. */
export const ALWAYS_INSIDE: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof sen sens rep reps gov govs gen col maj capt cmdr lt sgt cpl pvt adm brig supt insp det
  rev fr hon pres amb atty st mt ft messrs mme mlle sra srta hr dra ing eng gens vs v approx dept univ assn
  bros co-op eds cf viz e.g i.e et ca c al dir dept shri smt dist coun cllr clr ald const cst sr-supt atty-gen
    asst assoc comdr cdr msgr ven messr gov-elect sen-elect pte ssgt msgt sfc spc engr barr adv alh`
    .split(/\s+/)
    .filter(Boolean),
);

/** Abbreviations only before a number: “No. 10”, but “He said no. She left.” */
export const BEFORE_FIGURES: ReadonlySet<string> = new Set(`no nos art fig vol ed p pp ch sec para`.split(' '));

/** Abbreviations that may end a sentence: they do not if followed by a lowercase letter, a digit or a comma. */
export const SOMETIMES_INSIDE: ReadonlySet<string> = new Set(
  `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  inc ltd corp co llc plc bhd pty jr sr esq ph.d m.d b.a m.a ave blvd rd hwy
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
  tenn tex va vt wash wis wyo a.m p.m etc u.s u.k u.n e.u d.c n.y n.j n.h n.c s.c n.d s.d n.m r.i w.va`
    .split(/\s+/)
    .filter(Boolean),
);
