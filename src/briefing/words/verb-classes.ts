/**
 * Verbs by how surely they report a stand that someone took in public. Same syntax as `stances.ts`. An `act` is done
 * by saying so: “accused the council”, “called for a vote”. An `attitude` may only be a thought, a habit or a plan:
 * “wants to paint it”, “praised the singers”.
 */
export const VERB_CLASSES = {
  act: `accuse, allege, blame, condemn, criticise, criticize, denounce, decry, deplore, slam, blast, lambast, lambaste,
    rebuke, urge, call for, call on, call upon, demand, appeal, plead, beg, request, recommend, deny, reject, dismiss,
    refute, rebut, oppose, object, protest, support, back, endorse, welcome, defend, pledge, vow, promise, threaten,
    warn, caution, reaffirm, refuse, decline, vote for, vote against, =voted to, =vote to, petition, ask for, agree to,
    instruct, direct, order, complain, dispute, charge, challenge, fear, worry, =concern, =concerned, =concerns,
    =concerned about, boycott, vow, accuse of, rule out, insist that, repudiate, censure, veto, =against`,
  attitude: `want, plan, prefer, offer, ban, question, favour, favor, insist, advise, assure, wish, like, love, enjoy,
    champion, promote, encourage, celebrate, congratulate, thank, express, commend, hail, laud, praise, honour, honor,
    regret, appreciate, =must, =will, =would, =should, aim, intend, accept, invite, persuade, require, mull, consider,
    weigh, hope, propose, uphold, applaud`,
  report: `say, =said, tell, =told, add, write, =wrote, =written, state, stress, note, explain, argue, maintain, reiterate,
    emphasise, emphasize, underline, underscore, point out, claim, insist, declare, announce`,
} as const;

/** Words of public affairs: a story with few of them is about sport, food, culture or private life. Lowercase. */
export const POLITICS_WORDS: ReadonlySet<string> = new Set(
  `government minister ministers ministry president presidential parliament parliamentary senate congress lawmaker
  lawmakers mp mps party parties opposition election elections electoral vote votes voters voting law laws bill court
  courts judge judges rights police protest protests protesters protesting union unions strike strikes war military army
  troops sanctions policy policies reform reforms corruption tax taxes budget council mayor governor residents community
  ruling trial prosecutor prosecutors prosecution allegation allegations deal treaty border security authority
  authorities official officials state republic activist activists campaign climate refugee refugees constitution
  constitutional democracy democratic regime ambassador embassy ceasefire referendum ban`.split(/\s+/),
);
