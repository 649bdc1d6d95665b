import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROKEN, MARKET } from '../support/articles.ts';
import { environment, folderOf, run } from '../support/process.ts';

const start = (content: string, input?: string, env: Record<string, string> = {}) =>
  run('src/main.ts', { env: { ...env, ONRECORD_CONTENT: content }, ...(input === undefined ? {} : { input }) });

const content = folderOf({ 'market.md': MARKET });

describe('without input', () => {
  test('reports an empty folder', async () => {
    const { code, out } = await start(folderOf({}));
    expect(out).toContain('There is no article yet');
    expect(code).toBe(0);
  });

  test('an empty pipe counts as no input, too', async () => {
    expect((await start(content, '\n  \n')).out).toContain('What’s new');
  });
});

describe('piped', () => {
  test('answers each line, an invalid one with a sentence, and exits with 0', async () => {
    const lines = '/quotes ferrant\n\n/qoutes\r\n/positions speeker:x\n/quotes Vladimir Putin\n/articles';
    const { code, out, err } = await start(content, lines);
    expect(out).toContain('“Nobody signs a cheque with closed eyes.”');
    expect(out).toContain('There is no command “qoutes”. Did you mean /quotes?');
    expect(out).toContain('/positions has no option “speeker”.');
    expect(out).toContain('Vladimir Putin is not quoted in this article.');
    expect(out).toContain('1 article');
    expect(out.match(/^─{20}$/gm)).toHaveLength(4);
    expect(out).not.toContain('What’s new');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('ends at exit', async () => {
    const { code, out } = await start(content, '/help\nexit\n/articles\n');
    expect(out).toContain('Commands');
    expect(out).not.toContain('1 article');
    expect(code).toBe(0);
  });

  test('answers a thousand lines', async () => {
    const { code, out } = await start(content, '/quotes ferrant\n'.repeat(1000));
    expect(out.match(/closed eyes/g)).toHaveLength(1000);
    expect(code).toBe(0);
  });

  test('uses colours only if requested', async () => {
    expect((await start(content, '/help', { FORCE_COLOR: '1' })).out).toContain('\u001b[1m');
    expect((await start(content, '/help', { NO_COLOR: '1' })).out).not.toContain('\u001b');
  });
});

test('names a broken file with its fault, and continues with the others', async () => {
  const folder = folderOf({ 'market.md': MARKET, 'broken.md': BROKEN, 'nothing.txt': '' });
  const { code, out } = await start(folder, '/articles\n/brief\n');
  expect(out).toContain('Not loaded');
  expect(out).toContain('broken.md');
  expect(out).toContain('nothing.txt');
  expect(out).toContain('What’s new');
  expect(code).toBe(0);
});

describe('settings', () => {
  test('names all invalid settings at once, without secrets', async () => {
    const { code, out, err } = await start(join(content, 'nowhere'), '', {
      ONRECORD_PORT: '70000',
      ONRECORD_KEY: 'secret',
      SLACK_BOT_TOKEN: 'secret-one',
      DISCORD_TOKEN: 'secret two',
    });
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining('ONRECORD_CONTENT: there is no folder'),
      'ONRECORD_KEY is too short: 32 characters at least, as from openssl rand -base64 32.',
      'ONRECORD_PORT must be a port: a number from 1 to 65535.',
      'SLACK_BOT_TOKEN is not valid: it must begin with xoxb-.',
      'SLACK_BOT_TOKEN requires SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
      'DISCORD_TOKEN contains white space: copy it again.',
    ]);
    expect(out + err).not.toContain('secret');
    expect(code).toBe(1);
  });

  test('names the missing settings of a platform with those present', async () => {
    const { code, out, err } = await start(content, '', {
      SLACK_BOT_TOKEN: 'xoxb-secret',
      DISCORD_TOKEN: 'not.a.secret.at.all',
    });
    expect(err.trim().split('\n')).toEqual([
      'SLACK_BOT_TOKEN requires SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.',
      expect.stringMatching(/^DISCORD_TOKEN is not valid: /),
    ]);
    expect(out + err).not.toContain('secret');
    expect(code).toBe(1);
  });
});

describe('ending from outside', () => {
  const waiting = () =>
    spawn(process.execPath, ['src/main.ts'], { env: environment({ ONRECORD_CONTENT: content }), stdio: 'pipe' });

  test('a signal stops it between two answers', async () => {
    const child = waiting();
    child.stdin.write('/help\n');
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('a closed output pipe ends it without an error', async () => {
    const child = waiting();
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.destroy();
    child.stdin.on('error', () => {});
    child.stdin.end('/help\n'.repeat(100));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(err).toBe('');
  });
});
