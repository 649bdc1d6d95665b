import type { Stance } from '#core/attribution';

/**
 * The usual stance of each reporting verb or phrase. Entries are base forms: regular inflections are generated
 * from the first word of an entry. `=` keeps an entry unchanged: a noun, an adjective, an irregular form, or a form
 * with a meaning of its own.
 */
export const STANCE_WORDS: Readonly<Record<Exclude<Stance, 'states'>, string>> = {
  confirms: `confirm, acknowledge, admit, concede, verify, corroborate, own up, affirm, reaffirm, attest, vouch, recognize,
    recognise, confess, plead guilty, =pled guilty, come clean, =came clean, authenticate, validate, certify,
    =confirmation, =acknowledgment, =acknowledgement, =admission, =confession, apologize, apologise, =apology,
    =remorse, accept that`,
  denies: `deny, refute, rebut, dispute, dismiss, disavow, disclaim, repudiate, debunk, contradict, downplay, play down,
    brush off, brush aside, laugh off, shrug off, wave off, wave away, wave aside, rubbish, pooh-pooh, pour cold
    water, plead not guilty, =pled not guilty, push back, knock down, shoot down, =shot down, bat away, counter
    that, explain away, =denial, =denials, =rebuttal, =refutation, profess innocence, maintain innocence, discredit,
    distance, =falsely, gainsay, disprove, belie, rule out, =innocence`,
  supports: `support, endorse, praise, back, applaud, welcome, hail, commend, laud, defend, champion, embrace, extol,
    celebrate, congratulate, thank, salute, honor, honour, tout, cheer, favor, favour, prefer, admire, sponsor,
    side, agree with, approve, advocate, promote, sympathize, sympathise, rally behind, rally around, stand by,
    =stood by, stand with, =stood with, stand behind, =stood behind, vote for, =voted to, campaign for, stump for,
    uphold, =upheld, justify, vindicate, encourage, glorify, compliment, nominate, speak in favor, speak in favour,
    speak highly, =spoke highly, come out in favor, =came out in favor, =in favor of, =in favour of, =case for, =in
    support of, =support, =supporter of, =supporters of, =supportive, =endorsement, =endorsements, =praise,
    =backing, =proud, =pleased, =delighted, =grateful, =enthusiasm, =enthusiastic, =favorable, =favourable,
    =favorably, =favourably, =approval, =fan of, =like, =likes, =liked, =love, =loves, =loved, enjoy, want, second,
    rejoice, rave, relish, =solidarity, =condolences, =sympathy, mourn, empathize, empathise, =virtues, =adulation,
    =nominee, grant, greenlight, bless, back up, =advocates, =admiration, =in agreement, cosponsor, accept, trumpet,
    herald, talk up, =glad, idolize, idolise, =proponent of, =defense of, =defence of, =passion for, =fond of,
    =sympathetic, =believes in, =believe in, cosign, co-sponsor, rise to the defense, =rose to the defense, wish,
    =vocal supporter, =in praise, =best wishes, canvass for, get behind, =got behind, =excited, =gratitude,
    =satisfaction, consent, =thanks, =appreciation, =welcome`,
  opposes: `oppose, reject, object, resist, veto, block, challenge, disagree, disapprove, dissent, protest, rebuff, rule
    against, vote against, overrule, overturn, strike down, =struck down, repeal, rescind, revoke, ban, bar, balk,
    baulk, campaign against, fight against, =fought against, stand against, =stood against, speak against, =spoke
    against, come out against, =came out against, lobby against, argue against, advise against, turn down, resent,
    sue, boycott, disown, spurn, snub, renounce, abandon, nix, scrap, shun, =opposed, =opposition, =opponent of,
    =objection, =objections, =against, =misgivings, =reservations, =disagreement, =rejection, =rejections, question,
    =doubts, =skeptical, =sceptical, =skepticism, =scepticism, contest, demur, annul, quash, take issue, =took
    issue, =unwilling, demonstrate against, march against, rebel, outlaw, =unconvinced, =resistance, =suing,
    =hostile to, =hostility, =hostility to, prohibit, =distrustful, =not satisfied, =oppositional, =dissatisfied,
    =disagreements, =dissent, =dissents`,
  condemns: `condemn, denounce, criticize, criticise, blast, slam, decry, deplore, attack, accuse, blame, lambast, lambaste,
    assail, rebuke, ridicule, mock, deride, scold, berate, castigate, chastise, excoriate, chide, rip, rail, fault,
    lament, bemoan, complain, fume, charge, disparage, malign, vilify, revile, lash out, hit out, hit back, =hits
    back, take aim, =took aim, call out, tear into, =tore into, lay into, =laid into, bash, trash, skewer, knock,
    upbraid, censure, reprimand, admonish, scoff, sneer, taunt, jeer, boo, insult, belittle, denigrate, smear,
    savage, pillory, allege, single out, poke fun, make fun, =made fun, jab, hammer, rap, impugn, indict, reproach,
    inveigh, fulminate, rage, seethe, bristle, gripe, grumble, bewail, snipe, troll, liken, fire back, speak out
    about, =spoke out about, speak out against, =spoke out against, =criticism, =critical of, =condemnation,
    =outrage, =outraged, =anger, =angry, =angered, =furious, =accusation, =accusations, =allegation, =allegations,
    =denunciation, =disappointment, =disappointed, =dismay, =dismayed, =upset, =appalled, =disgusted, =frustrated,
    =frustration, =complaint, =complaints, hate, =insults, loathe, despise, detest, =indignation, chastize,
    =scathing, =harshly, go after, =went after, goes after, pounce, =critique, =critiques, =harsh words, =barbs,
    =shots at, =scorn, =unhappy, =dislike, light into, =lit into, =hit him, =swipe, =swipes, =jab at, =broadside,
    =tirade, =rant, heckle, =disgust, =denunciations, =accusing, =damning, =attack on, =attacks on, =resentment,
    =slur, slur, =dissatisfaction, =scornful, regret, =contempt, =bitterness, =unhappiness`,
  demands: `demand, urge, call for, call on, call upon, implore, insist on, insist upon, exhort, order, request, press,
    plead, beg, beseech, command, instruct, appeal to, appeal for, petition, compel, require, push for, ask for,
    lobby for, recommend, advise, propose that, advocate for, pressure, pressurise, pressurize, prod, nudge,
    persuade, convince, entreat, counsel, =appeal, =request, =requests, =ultimatum, =plea, =pleas, =must,
    =recommendation, invite, enjoin, mandate, subpoena, ask to, tell to, tell them to, =told them to, =pointed
    advice, =motion, =call for, =calls for, =need for, hold out for, =conditions, =pushed for, =looking for, press
    for, direct, set conditions, attach conditions, =ask for, clamor for, clamour for, agitate for`,
  warns: `warn, caution, fear, worry, threaten, alert, forewarn, raise alarm, raise the alarm, raise concern, raise
    concerns, raise fears, raise the possibility, raise the prospect, raise the specter, raise the spectre, sound
    the alarm, sound alarm, fret, =warning, =warnings, =worried, =worries, =concern, =concerned, =concerns, =afraid,
    =fears, =fearful, =alarmed, =alarm, =anxious, =anxiety, =nervous, =wary, =threat, =threats, =despair, dread,
    =apprehensive, =scared, declare war, =in despair`,
  pledges: `pledge, vow, promise, commit, guarantee, assure, swear, =swore, =sworn, undertake, =undertook, volunteer, plan,
    intend, aim, propose, offer, =determined, =determination, =willing, =ready, =prepared to, resolve, reassure,
    =committed, =commitment, agree to, =agreement, =eager, =eagerness, =intention, =intent, =proposal, =goal,
    =strategy to, vie, =bid to, =bid, =resolved, dedicate, =vow, =vows, =pledges, =promises, agree, =will, =poised
    to`,
  considers: `consider, mull, weigh, ponder, contemplate, float, explore, examine, review, toy with, =open to, look into,
    =undecided, deliberate, reconsider, rethink, entertain, leave open, =left open, =left the door open, keep open,
    =inclined, =leaning, =in talks, wonder whether, =options, moot, weigh up, debate whether, signal`,
  predicts: `predict, forecast, =forecast, expect, anticipate, foresee, =foresaw, project, envision, envisage, =expectation,
    =expectations, =prediction, =predictions, bet, prophesy, foretell, hope, =hopeful, =optimistic, =pessimistic,
    =confident, =hopes, augur, speculate, foreshadow, reckon, presage, bode, see coming, guess, =counting on,
    =banking on, =looks for`,
  declines: `decline, refuse, abstain, refrain, avoid, evade, dodge, sidestep, =no comment, withhold, =withheld, =reluctant,
    =reluctance, =mum, stonewall, hesitate, =hesitant, duck, =silent, =noncommittal, =non-committal, skirt,
    =unavailable, =refusal, =unreachable, =too early, steer clear, shy away, equivocate, =not respond, =not
    immediately respond, =not return, =not immediately return, =not reply, =not answer, =not reached, =not comment,
    =not immediately comment, =not elaborate, =not specify, =not say, =not immediately available, =not disclose,
    =not discuss, =not confirm, =not immediately confirm, =not supply, =not provide, =not identify, =not be reached,
    =not give, =neither confirmed nor denied, =not address, =not be drawn, =not name, =not replied, =not responded,
    =not commented, =not yet replied, =not yet responded, stop short, =stopped short, =stops short, shrug, =not been
    drawn, =could not be reached, =nothing to add, =not said, =not yet said, =not announced, =not revealed`,
};

/** Claims, which can be rejected without opposing a plan: to reject a claim is to deny it. */
export const CLAIM_WORDS: ReadonlySet<string> = new Set(
  `accusation accusations allegation allegations claim claims suggestion suggestions idea notion report reports rumor
  rumors rumour rumours speculation charge charges assertion assertions insinuation insinuations characterization
  characterisation narrative theory theories criticism version account accounts story stories`.split(/\s+/),
);

/** Verbs whose stance is determined by their object: “expressed its deep gratitude” supports. */
export const EXPRESS_WORDS: ReadonlySet<string> = new Set(
  'express expresses expressed expressing voice voices voiced voicing convey conveys conveyed conveying'.split(' '),
);

/**
 * Verbs with a default stance that is overridden by clear content: “argued that the plan is dangerous”
 * condemns; “insisted” denies others' claims.
 */
export const LEANING_WORDS: Readonly<Partial<Record<Stance, string>>> = {
  denies: 'counter, retort, insist, maintain',
  condemns: 'scoff, joke, quip',
};
