// Patterns that indicate the stance of a statement. All match normalized text (normalise.ts).

/** “I will not go further into which cards we hold.” · said ‹it was too early to say› */
export const NO_COMMENT =
  /\bno comment\b|\bnothing (?:more |further )?to (?:add|announce|say|report)\b|\bmay not answer\b|\binappropriate to comment\b|\brefer you to\b|\b(?:will|can|do|does|did|would|could) not (?:feel the need to |want to |wish to |like to |be |going to )?(?:comment|discuss|disclos|elaborat|speculat|offer (?:an? )?(?:\w+ )?(?:comment|response|answer)|make (?:any )?comments?|go (?:any )?(?:further )?into|get into|answer|talk about|reveal|confirm or deny|say (?:whether|if|when|who|what|how))|\btoo (?:early|soon) to (?:say|tell|discuss|comment|know)/;
/** “We may consider sending ships.” · said ‹no decision had been taken› */
export const WEIGHING =
  /\b(?:(?:may|might|could|would|will|can) (?:also |still |even )?(?:consider|mull|weigh|explore|review|look (?:at|into)|rethink)|considering|mulling|weighing|exploring|contemplating|reviewing|(?<!you )(?:is|was|are|were) (?:studying|looking at)|to (?:mull|weigh|consider|rethink)|considered (?:whether|sending|options)|options? (?:is|are|be|include)|other options|on the table|deciding whether|decided? (?:yet )?whether|about whether to|tuning|no (?:\w+ )?decision|not (?:yet )?decided|open to)\b|^(?:that )?(?:he|she|it|they|we|i) (?:may|might) (?!not\b|be\b|have\b)/;
/** told ‹his advisers to find a way› */
export const TOLD_TO =
  /^(?:(?!(?:is|are|was|were|be|has|have|had|will|would|likely|due|able)\b)[\w'-]+ ){0,5}?(?:not )?to \w/;
export const TELLS = /\b(?:told|tell|tells|telling|ask|asked|asks|asking)\b/;
/** “The two sides must return to talks.” */
export const OUGHT =
  /\b(?:must|should(?! not)|ought to|needs? to (?!be)|had better|let us|let's|it is time (?:to|for)|we (?:need|want|have(?: got)? to)|(?:has|have|'s) got to|calls? (?:for|on)|demands? that|urge[sd]?|stop \w+ing)\b/;
/** “We cannot accept this.” · said ‹the letters should not be published› */
export const AGAINST =
  /\b(?:oppos(?:e|es|ed|ing)|(?:am|is|are|was|were|be|totally|strongly) against|reject(?:s|ed)?|can not (?:afford|accept|allow|support)|should not|(?:(?:will|would|do|does) not|will never|never will,?) (?:accept|allow|support|tolerate|vote|agree|recogni[sz]e|stand for))\b/;
/** The future: a warning with a word of danger, a fact without one. */
export const AHEAD = /\b(?:if|could|may|might|will|would|going to|risk\w*|unless)\b/;
/** said ‹the value will wane› · said ‹they could suffer›; a later “would” may belong to another clause. */
export const FUTURE =
  /^(?:\S+ ){0,14}?(?:will|(?:is|are) going to|expect(?:s|ed)?|likely|could|can only|hopes?|(?:stands?|more) to (?:gain|lose|win)|predict\w*|forecast\w*)\b|^(?:\S+ ){0,8}?would\b/;
/** “I lost my head.” · said ‹it was a mistake to use the account› */
export const OWNS_UP =
  /\b(?:i|we) (?:lost my|was wrong|were wrong|made (?:a |some )?(?:\w+ )?(?:mistake|error)|should have|take (?:the|full) (?:blame|responsibility)|regret|am sorry|are sorry|apologi[sz]e|make no apolog|failed|got it wrong)|\b(?:my|our) (?:mistake|fault|own fault|failure|responsibility)\b|^(?:he|she|it|they) (?:had made a mistake|was wrong|were wrong|made a mistake|was to blame|was sorry|were sorry|should have|took responsibility|regretted)|^(?:that )?it was a (?:mistake|error|failure)\b/;
/** “Build the wall or buy us out.”; a noun with the same form is followed by a verb: “Help is coming.” */
export const IMPERATIVE =
  /(?:^|[.!?:…] )(?:please |just |now )?(?:do not|don't|stop|build|read|give us|let|go back|come|put|take|make|tell|bring|listen|leave|act|release|end|free|show us|hand over|withdraw|return|resign|keep|pay|get|think|ask|remember|be|vote|join|help|save|wait|look)\b(?! (?:is|are|was|were|has|had|and|will|would)\b)/;
/** “There is no list.” · “No.” · said ‹the tariffs were not aimed at anybody› */
export const NOT_SO =
  /^no\b[.,!]?$|^(?:that )?there (?:is|was|are|were|has been|have been|had been) (?:no|never)\b|^(?:that )?(?:he|she|it|they|we|i|(?:the|his|her|its|their|our) [\w-]+) (?:is|was|were|are|did|do|does|has|had|have(?! not)) (?:not|never|no)\b(?! (?:think|know|want|believe|see|understand|like|make (?:any )?sense|work|care|need|sure|been (?:more|better|so))\b)|\b(?:i|we) (?:did not|never|had no|have no)\b|\bnot possible\b/;
/** “Whoever touches it will pay.” · “If it stays shut, people will die.” */
export const IF_SO =
  /\b(?:unless|without|whoever|those who|anyone who|any attempt)\b.{1,120}?\b(?:will|would)\b|\b(?:if|unless)\b.{1,120}?\b(?:will|would|could) (?:be |have |have to )?(?:no|not|never|lose|lost|die|fall|rise|collapse|close|closed|cost|suffer|face|fail|pay|spread|strike|retaliate|respond|regret)\b/;
/** “He could not begin”, about another person: inability is no refusal. */
export const OTHERS_CANNOT =
  /^(?:\S+ ){0,4}?(?:(?:he|she|they|it) (?:will|would|can|shall|could)|\S+ could) (?:not|never)\b/;
/** “We will not sign it.” */
export const WILL_NOT =
  /^(?:\S+ ){0,4}?(?:i|we|he|she|they|it|this \w+|the \w+) (?:will|would|can|shall|could) (?:not|never) (?!be\b|know|see|say|have|comment|find|need|remember|recall|forget|imagine|believe|understand|explain|tell|help|wait|offer an|\w+ if)\w/;
/** comments about ‹the neighbour engaging in arms deals›: an actor, a harmful action. */
export const REPROACH =
  /^[\w' -]{2,60}? (?!according|including|during|following)\w+ing\b.*\b(?:arms?|troops?|weapons?|attack\w*|invad\w+|kill\w*|fight\w*|abus\w+|violat\w+|shell\w*|bomb\w*|tortur\w+|spy\w*|hack\w*|steal\w*|bribe\w*|missiles?)\b/;
export const TALK = /\b(?:comments?|remarks?|complain\w*|claims?|charges?|statements?|about)\b/;
/** “Will there be a film?” is a question, not a prediction. */
export const QUESTION = /^[^.?!]{1,240}\?$/;
