import { type Child, type Element, h, link } from '../elements.ts';

// \*   `code`   **bold**   *thin*   [words](https://a.example)   <#123>   <@123>
const INLINE =
  /\\(?<escaped>[^0-9A-Za-z\s])|(?<ticks>`+)(?<code>.+?)\k<ticks>(?!`)|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*(?!\*)|(?<![*\w])\*(?<thin>(?:\\.|[^\\*])+?)\*|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<address>https?:\/\/[^\s()]+)\)|<(?<mention>[#@]&?\d+)>/gsu;

/** Draws the inline markup in use: https://docs.discord.com/developers/reference#message-formatting */
function drawInline(text: string): readonly Child[] {
  const drawn: Child[] = [];
  let plain = '';
  let end = 0;
  const flush = (): void => {
    if (plain !== '') drawn.push(plain);
    plain = '';
  };
  for (const match of text.matchAll(INLINE)) {
    plain += text.slice(end, match.index);
    end = match.index + match[0].length;
    const { escaped, ...marks } = match.groups ?? {};
    if (escaped === undefined) {
      flush();
      drawn.push(drawMark(marks));
    } else plain += escaped;
  }
  plain += text.slice(end);
  flush();
  return drawn;
}

type Marks = Readonly<Record<string, string | undefined>>;

function drawMark({ code, bold, thin, label, address, mention }: Marks): Child {
  if (code !== undefined) return h('code', code);
  if (bold !== undefined) return h('strong', ...drawInline(bold));
  if (thin !== undefined) return h('em', ...drawInline(thin));
  if (mention !== undefined) return h('span.mention', mention);
  return link(address, ...drawInline(label ?? ''));
}

const LINE = /^(?<quote>> )?(?<mark>#{1,3} |-# |[-*] )?(?<rest>.*)$/su;

/** Draws the lines of a text display: headings, small print, lists and quotations, as Discord detects them. */
export function drawMarkdown(content: string): readonly Element[] {
  const drawn: Element[] = [];
  let quote: Element | undefined;
  for (const line of content.split('\n')) {
    const { quote: isQuoted, mark, rest = '' } = LINE.exec(line)?.groups ?? {};
    if (isQuoted === undefined) quote = undefined;
    else if (!quote) {
      quote = h('blockquote', { dir: 'auto' });
      drawn.push(quote);
    }
    addLine((quote?.children as Element[] | undefined) ?? drawn, mark?.trim(), rest);
  }
  return drawn;
}

function addLine(into: Element[], mark: string | undefined, rest: string): void {
  const words = drawInline(rest);
  if (mark === '-' || mark === '*') {
    const last = into.at(-1);
    const item = h('li', ...words);
    if (last?.tagName === 'ul') last.children.push(item);
    else into.push(h('ul', item));
  } else if (mark === '-#') into.push(h('p.small', ...words));
  else if (mark !== undefined)
    into.push(h(`p.title-${mark.length}`, { role: 'heading', ariaLevel: mark.length + 1 }, ...words));
  else into.push(rest.trim() === '' ? h('p.blank') : h('p', ...words));
}
