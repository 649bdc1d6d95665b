/**
 * Words that indicate the stance of a statement regardless of its verb: “said it is a baseless rumour” denies. Same
 * syntax as `stances.ts`. `blame` and `praise` always judge; `fault` and `merit` are also common in plain news
 * (“the failed coup”) and judge only in a speaker’s own quoted words.
 */
export const JUDGEMENT_WORDS = {
  blame: `=not make sense, =not make any sense, =shocking, =outrageous, =reckless, =recklessly, =irresponsible, =unacceptable, =disgraceful, =shameful, =shame,
    =appalling, =horrific, =horrible, =terrible, =awful, =deplorable, =despicable, =disgusting, =disgrace,
    =barbaric, =brutal, =cruel, =inhumane, =heinous, =unlawful, =unlawfully, =unconstitutional, =unjust,
    =unjustified, =unfair, =unfairly, =unprovoked, =undemocratic, =unfit, =unqualified, =incompetent, =incompetence,
    =corrupt, =dishonest, =dishonesty, =hypocrisy, =hypocritical, =hypocrite, =hypocrites, =racist, =bigoted,
    =bigotry, =sexist, =xenophobic, =hateful, =divisive, =ridiculous, =absurd, =ludicrous, =nonsense, =stupid,
    =foolish, =idiotic, =insane, =insulting, =intolerable, =unbearable, =fiasco, =disaster for, =cover-up,
    =cowardly, =cowardice, =coward, =betrayal, betray, =treason, =traitors, =atrocity, =atrocities, =genocidal,
    =tyrant, =tyranny, =provocation, =provocations, =provocative, =blatant, =blatantly, =flagrant, =flagrantly,
    =undermining, exploit, =ignoring, =liar, =rigged, deceive, =misled, =misleading, =demoralizing, =demoralising,
    =disastrous, =pathetic, =disrespectful, =disrespecting, =arrogant, =arrogance, =politically motivated, =witch
    hunt, =overreach, =overstepped, exaggerate, =negligence, =negligent, =bullying, =coercion, =blackmail,
    =injustice, =sham, =farce, =travesty, =cynical, =trigger-happy, =demonizing, =thugs, =evil, =vile, =unthinkable,
    =discriminatory, =politicizing, =stunt, =indefensible, =rogue, =notorious, =gamble, =hard to believe, =extremely
    dangerous, =too late, =too little, =failed to, =has failed, =have failed, =had failed, =lacks, =violates,
    =violated, =violating, =violate, =burdensome, =disturbing, =deeply troubling, =inexcusable, =unforgivable,
    =callous, =vicious, =senseless, =abhorrent, =repugnant, =illegal, =illegally, =dereliction, =sabotaging,
    =lagged, =invasion, =jeopardizing, =catastrophic failure, =wrong-headed, =wrongheaded, =short-sighted,
    =shortsighted, =misguided, =toothless, =meddling, =interference, =interfering, =abuse of, =abusing,
    =appallingly, =bogus, =careless, =clueless, =complicit, =contemptible, =crooked, =cruelty, =deceitful,
    =deceptive, =delusional, =demeaning, =dereliction of, =discredited, =disingenuous, =draconian, =dysfunctional,
    =egregious, =embarrassing, =embarrassment, =fraudulent, =grotesque, =heartless, =humiliating, =humiliation,
    =hysterical, =ignorant, =ignorance, =immoral, =inappropriate, =indecent, =inept, =ineptitude, =infamous,
    =inhuman, =insidious, =irrational, =laughable, =lawless, =malicious, =mismanaged, =mismanagement, =monstrous,
    =naive, =nefarious, =nonsensical, =obscene, =oppressive, =out of touch, =paranoid, =perverse, =petty, =phony,
    =pointless, =preposterous, =punitive, =reprehensible, =repressive, =rotten, =ruthless, =scandalous,
    =self-serving, =selfish, =sinister, =sloppy, =slap in the face, =spineless, =squandered, =squandering,
    =thuggish, =tone-deaf, =trampling, =trampled, =unethical, =unhinged, =unjustly, =unreasonable, =unscrupulous,
    =untenable, =useless, =vindictive, =wasteful, =weaponized, =weaponised, =wicked, =worthless, =double standard,
    =double standards, =power grab, =turned a blind eye, =turning a blind eye, =passing the buck, =makes no sense,
    =made no sense, =no place in, =a joke, =an insult, =an affront, =a betrayal, =a disgrace, =turned its back,
    =turned their backs, =at the expense of, =contempt for, =disregard for, =disregards, =disregarded,
    =disregarding, =protectionism, =protectionist, =scapegoat, =scapegoating, =fearmongering, =pandering, =cronyism,
    =nepotism, =grandstanding, =posturing, =not good enough, =never again, =to blame, =broken promises, =broke its
    promise`,
  fault: `=failure, =failures, =failing, =failed, =fails, =fail, =blunder, =scandal, =crime, =crimes, =criminal,
    =criminals, =aggression, =regime, =hostile, =lie, =lies, =lying, =lied, =cheat, =cheating, =stole, =stealing,
    =mess, =wrong, =wrongly, =weak, =weakness, =bad, =worst, =sad, =sadly, =troubling, =insult, =insulted,
    =disrespect, =extreme, =lack, =broken, =refuses, =refused, =refusing, =ruin, =ruined, =ruining, =mistake,
    =mistakes, =flawed, =hurt, =hurting, =damaging, =blame, =blames, =divide, =dividing, =toxic, =neglect,
    =neglected, =discrimination, =repression, =oppression, =excuse, =excuses, =crazy, =corruption, =terror, =hatred,
    =racism, =unstable, =violence, =violent, =nothing, =worse, =disaster, =ignore, =ignores, =ignored, =abuse,
    =abuses, =severely, =severe, =costing, =obsolete, =terrorist, =terrorism, =forced, =cannot defend, =never,
    =destroy, =destroyed, =destroying, =killing, =punish, =punished, =obstruct, =dump, =sham, =steal,
    =disappointing, =frustrating, =difficult to understand, =harsh, =harshly, =unfortunate, =unfortunately,
    =inadequate, =ineffective, =poor, =poorly, =tragic, =tragedy, =waste, =wasted, =wasting, =losing, =lost,
    =suffered, =suffering, =not enough, =victims, =disappointed, =embarrassed, =angry, =outrage, =hypocrites,
    =lobbyists, =greedy, =greed, =desperate, =chaos, =crumbling, =horrified, =deprived, =denied, =ignoring,
    =forgotten, =abandoned`,
  praise: `=excellent, =wonderful, =fantastic, =terrific, =amazing, =brilliant, =outstanding, =extraordinary, =remarkable,
    =absolutely right, =courage, =courageous, =heroic, =hero, =heroes, =visionary, =triumph, =milestone,
    =breakthrough, =proud, =pleased, =delighted, =glad, =grateful, =thankful, =honored, =honoured, =congratulations,
    =admire, =deserves, =deserve, =thrilled, =important step, =well-reasoned, =beautiful, =perfect, =talented,
    =inspiring, =hard worker, =role model, =impressed, =impressive, =in favor of, =in favour of, =innovative,
    =level-headed, =huge win, =favorably, =great, =exceeding expectations, =clear choice, =well prepared, =historic,
    =welcomed, =integrity, =strong leader, =right thing, =right decision, =good news, =step forward, =stand with,
    =stands with, =solidarity, =best choice, =best candidate, =best plan, =cornerstone, =vindicated, =admirable,
    =commendable, =laudable, =worthy, =comfortable, =clean beat, =welcome, =appreciate, =appreciates, =appreciated,
    =encouraging, =exceptional, =exemplary, =fabulous, =game changer, =gifted, =gratifying, =honorable, =honourable,
    =humbled, =incredible, =invaluable, =landmark, =magnificent, =marvelous, =marvellous, =masterful, =noble,
    =passionate, =pioneering, =positive step, =principled, =promising, =prudent, =refreshing, =sensible, =splendid,
    =superb, =tireless, =tirelessly, =trailblazer, =unwavering, =victory for, =win for, =wise, =worthwhile, =common
    sense, =long overdue, =stands by, =stand by, =fully support, =strongly support, =fully supports, =strongly
    supports, =good for, =great for`,
  merit: `=good, =best, =better, =right, =smart, =brave, =honest, =decent, =decency, =strong, =strength, =stronger,
    =leader, =success, =successful, =successfully, =victory, =win, =progress, =achievement, =achievements,
    =accomplished, =happy, =thank, =thanks, =honor, =honour, =respect, =love, =loves, =magic, =passion, =qualified,
    =experienced, =capable, =excited, =exciting, =reasonable, =effective, =support, =supports, =supported,
    =supporting, =agree, =agrees, =important, =committed to, =champion, =tremendous, =positive, =friend, =friends,
    =justified, =legitimate, =fair, =appropriate, =vital, =compassion, =dedication, =loyal, =master, =justice,
    =opportunity, =trust, =benefit, =benefits, =special, =reaffirms, =hard work, =dedicated, =resilient, =sincere,
    =skilled, =valuable, =needed, =hope, =hopeful, =proud of, =safer, =fairer, =healthier, =works well, =well done,
    =improvement, =improved, =improving`,
  danger: `threat, danger, =dangerous, risk, =risky, =catastrophe, =catastrophic, =disastrous, =crisis, =crises, escalate,
    =escalation, =backlash, =devastating, collapse, =chaos, =havoc, =instability, destabilize, destabilise,
    =jeopardy, jeopardize, jeopardise, imperil, endanger, =vulnerable, =unrest, retaliate, =retaliation, harm,
    =harmful, suffer, =repercussions, undermine, =famine, =shortage, =shortages, =peril, =nightmare, =red line,
    =bloodshed, =extinction, =discontent, =fraud, =misery, =badly, =worse, worsen, =dire, =refugee crisis, =refugee
    crises, =spillover, =consequences, =deadly, =trouble, =damage, =suffering, =starve, =starvation, =lost, =beyond
    repair, =threats to, =deteriorate, =devastation, =doomed, =explosive, =fatal, =irreversible, =lethal, =meltdown,
    =overwhelm, =overwhelmed`,
  alarm: `=terrifying, =terrified, =scary, =frightening, =alarming, =worrying, =worrisome, =worried, =worries, =afraid,
    =fear, =fears, =alarmed, =catastrophe, =concerned, =perilous, =trojan horse, =bad things, =pay a price, =pay the
    price, =grave consequences, =serious consequences, =severe consequences, =consequences for, =tipping point,
    =time is running out, =running out of time, =red line, =existential threat, =grave threat, =real danger, =a
    danger, =great danger, =real risk, =serious threat, =wake-up call for, =brink of, =on the brink, =at risk, =pose
    a threat, =poses a threat, =greatest threat, =spiral out of control, =out of control, =greatest long-term
    threat, =playing with fire, =be careful, =beware, =brace for`,
  denial: `=false, =falsehood, =falsehoods, =untrue, =not true, =baseless, =unfounded, =groundless, =fabricated,
    =fabrication, =fabrications, =hoax, =fake, =rumor, =rumors, =rumour, =rumours, =myth, =slander, =slanderous,
    =defamatory, =no truth, =nothing to do with, =no evidence, =no basis, =without merit, =meritless, =without
    foundation, =without basis, =manufactured, =misinformation, =disinformation, =misinterpreted, =misrepresented,
    =out of context, =innocent, =never happened, =nothing wrong, =fairy tale, =smear campaign, =no intention, =no
    plans, =no plan, =never said, =not say, =not involved, =no involvement, =no knowledge, =not aware, =never met,
    =not guilty, =no wrongdoing, =far-fetched, =inaccurate, =incorrect, =not the case, =not responsible, =not
    behind, =no role, =made-up, =lie that, =all lies, =pure fiction, =not affect, =not mean, =no link, =no
    connection, =unsubstantiated, =unproven, =fabricating, =absolutely not, =categorically`,
} as const;

/** Words that reverse the following judgment: “not fair”. Contractions are expanded beforehand. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  'not never no nor neither without hardly barely nobody none'.split(' '),
);
