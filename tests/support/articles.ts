/** Invented articles as files, for end-to-end tests. */
export const MARKET = `---
title: Council splits over the covered market
source: The Harbour Post
author: Nell Arden
published: 2025-06-03
url: https://post.example/market
language: en
---

The town council will vote in July on whether to roof the old market, its chairman said on Tuesday.

“Our traders have waited eleven winters for a roof,” said Oskar Brandvold, the council’s chairman. “They will not wait a twelfth.”

Lidia Ferrant, who speaks for the opposition, called the plan “a very expensive umbrella” and asked for the bills.

“We have seen no figures,” Ferrant said. “Nobody signs a cheque with closed eyes.”

The council’s treasurer said that the figures would be published within a week.
`;

export const BROKEN = '---\ntitle: [never closed\n---\n\nA story without an end.\n';
