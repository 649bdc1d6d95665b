import { expect } from 'vitest';
import { drawComponents } from '#adapters/web/drawings/discord/components';
import type { Child } from '#adapters/web/drawings/elements';
import { drawBlocks } from '#adapters/web/drawings/slack/blocks';
import { createPreviews } from '#app/previews';
import { commands } from '#commands';
import type { Answer } from '#core/ports';
import { everyAnswer } from '../../contracts/answers.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { type Component, componentsOf } from '../../support/discord/payloads.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { elementsOf, lettersOf, linksOf, notDrawn, wordsOf } from '../../support/web/drawn.ts';

const { slack, discord } = createPreviews(commands);

/** The payloads of the controls of a drawing, with their style and choice. */
const controlsOf = (drawn: readonly Child[]): readonly string[] =>
  elementsOf(drawn, 'button', 'select').map((element) => {
    const { dataAction, dataBlock, dataValue, className } = element.properties;
    const options = elementsOf(element.children, 'option').map(({ properties }) => properties);
    const values = options.slice(1).map(({ value }) => value);
    const isPrimary = [className].flat().includes('primary');
    return JSON.stringify([
      ...[dataAction, dataBlock || undefined, dataValue, values],
      ...[isPrimary, options.find(({ selected }) => selected)?.value],
    ]);
  });

/** All values of a key in a payload, at any depth. */
function collect<T>(payload: unknown, pick: (value: Readonly<Record<string, unknown>>) => T | undefined): readonly T[] {
  if (Array.isArray(payload)) return payload.flatMap((value) => collect(value, pick));
  if (typeof payload !== 'object' || payload === null) return [];
  const own = pick(payload as Readonly<Record<string, unknown>>);
  return [...(own === undefined ? [] : [own]), ...Object.values(payload).flatMap((value) => collect(value, pick))];
}

const valuesOf = (options: unknown): readonly unknown[] => collect(options, ({ value }) => value as string | undefined);

// Drawings show exactly what is sent: all words, links and controls, in the same order.
everyAnswer(({ reply, invocation }) => {
  const answer: Answer = { reply, outcome: 'answered', ...(invocation && { invocation }) };

  const blocks = slack.own(answer, 1);
  const asSlack = drawBlocks(blocks);
  expect(notDrawn(asSlack)).toEqual([]);
  // A menu also lists its options.
  const withoutOptions = wordsOf(asSlack.filter((child) => elementsOf([child], 'select').length === 0));
  const sent = blocks.filter((block) => !JSON.stringify(block).includes('static_select'));
  expect(lettersOf(withoutOptions)).toBe(lettersOf(readBlocks(sent)));
  expect(linksOf(asSlack)).toEqual([
    ...collect(blocks, ({ type, url, text }) =>
      type === 'link'
        ? String(url)
        : type === 'mrkdwn'
          ? /<(https?:[^|>]+)\|/.exec(String(text))?.[1]?.replace(/&amp;/g, '&')
          : undefined,
    ),
  ]);
  expect(controlsOf(asSlack)).toEqual(
    blocks.flatMap((block) =>
      block.type === 'actions'
        ? collect(block.elements, (element) =>
            element.type === 'button' || element.type === 'static_select'
              ? JSON.stringify([
                  ...[element.action_id, block.block_id, element.value, valuesOf(element.options)],
                  ...[element.style === 'primary', valuesOf(element.initial_option)[0]],
                ])
              : undefined,
          )
        : [],
    ),
  );

  const components = discord.own(answer, 1);
  const asDiscord = drawComponents(components);
  expect(notDrawn(asDiscord)).toEqual([]);
  const all = componentsOf(components as unknown as readonly Component[]);
  expect(lettersOf(wordsOf(asDiscord))).toBe(
    lettersOf(
      all
        .flatMap(({ content = '', label = '', placeholder = '', options = [] }) => [
          readMarkdown(content).text,
          label,
          placeholder,
          ...options.map((option) => option.label),
        ])
        .join(''),
    ),
  );
  expect(linksOf(asDiscord)).toEqual(
    all.flatMap(({ content = '' }) =>
      readMarkdown(content)
        .live.filter((line) => line.startsWith('link '))
        .map((line) => line.slice('link '.length)),
    ),
  );
  expect(controlsOf(asDiscord)).toEqual(
    all
      .filter(({ custom_id }) => custom_id !== undefined)
      .map(({ custom_id, options = [], type, style }) =>
        JSON.stringify([
          ...[custom_id, undefined, type === 2 ? custom_id : undefined, valuesOf(options)],
          ...[type === 2 && style === 1, options.find((option) => option.default)?.value],
        ]),
      ),
  );
});
