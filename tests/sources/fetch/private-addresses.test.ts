import { describe, expect, test } from 'vitest';
import { mayConnect, parseRange } from '#sources/fetch/address';
import { makeFetcher } from '#sources/fetch/index';
import { checkUrl } from '#sources/fetch/policy';
import { fetcherOf, serve } from '../../support/sites/site.ts';

const CLOSED = { allowed: [], ports: [] };

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fetched',
    (error) => error.failure ?? error,
  );

describe('addresses that are never connected to', () => {
  const refused: readonly (readonly [what: string, address: string])[] = [
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private, class A', '10.0.0.1'],
    ['private, class B', '172.16.0.1'],
    ['private, class B, its end', '172.31.255.255'],
    ['private, class C', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['a metadata service in it', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['link-local', '169.254.0.1'],
    ['the metadata service of clouds', '169.254.169.254'],
    ['a metadata service with a public number', '168.63.129.16'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['no address, IPv6', '::'],
    ['loopback, IPv6', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped private', '::ffff:10.0.0.1'],
    ['mapped, in hexadecimal', '::ffff:a00:1'],
    ['compatible, as it was once', '::127.0.0.1'],
    ['translated, RFC 6145', '::ffff:0:127.0.0.1'],
    ['translated, NAT64', '64:ff9b::7f00:1'],
    ['translated to a public one, NAT64', '64:ff9b::808:808'],
    ['translated, a local NAT64', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['6to4 of a metadata service', '2002:a9fe:a9fe::'],
    ['a 6to4 relay', '192.88.99.1'],
    ['ISATAP', '2606:4700::5efe:7f00:1'],
    ['ISATAP of a universal interface', '2606:4700::200:5efe:10.0.0.1'],
    ['mapped metadata service', '::ffff:169.254.169.254'],
    ['mapped, written in full', '0:0:0:0:0:ffff:7f00:1'],
    ['documentation, the newer block', '3fff::1'],
    ['segment routing', '5f00::1'],
    ['benchmarks, IPv6', '2001:2::1'],
    ['cryptographic identifiers', '2001:20::1'],
    ['a number', '2130706433'],
    ['octal', '017700000001'],
    ['hexadecimal', '0x7f000001'],
    ['two parts', '127.1'],
    ['Teredo', '2001:0:7f00:1::'],
    ['link-local, IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local, as it was once', 'fec0::1'],
    ['unique local', 'fd00:ec2::254'],
    ['unique local', 'fc00::1'],
    ['multicast, IPv6', 'ff02::1'],
    ['documentation, IPv6', '2001:db8::1'],
    ['discard only', '100::1'],
    ['never given out', '4000::1'],
    ['no address at all', 'localhost'],
    ['nothing', ''],
  ];
  test.each(refused)('%s: %s', (_, address) => expect(mayConnect(address, [])).toBe(false));

  test.each([
    '8.8.8.8',
    '93.184.215.14',
    '2606:4700:0:5efe::1',
    '172.15.0.1',
    '172.32.0.1',
    '2606:2800:21f:cb07::1',
    '::ffff:8.8.8.8',
  ])('but public ones are: %s', (address) => expect(mayConnect(address, [])).toBe(true));

  test('the operator’s block allows an intranet and nothing else', () => {
    const allowed = ['10.1.0.0/16', 'fd00::/8', '192.168.7.7'].flatMap((text) => parseRange(text) ?? []);
    expect(allowed).toHaveLength(3);
    expect(
      ['10.1.2.3', '::ffff:10.1.2.3', 'fd12::1', '192.168.7.7'].map((address) => mayConnect(address, allowed)),
    ).toEqual([true, true, true, true]);
    expect(['10.2.0.1', 'fe80::1', '192.168.7.8', '127.0.0.1'].some((address) => mayConnect(address, allowed))).toBe(
      false,
    );
  });

  test.each(['10.0.0.0/33', 'intranet', '10.0.0.0/', ''])('%s is not a valid block', (text) =>
    expect(parseRange(text)).toBeUndefined(),
  );
});

describe('typed URLs', () => {
  const refused: readonly (readonly [url: string, failure: string])[] = [
    ['http://127.0.0.1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f000001/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://0177.0.0.1/', 'private'],
    ['http://127.1/', 'private'],
    ['http://017700000001/', 'private'],
    ['http://0x7f.0x0.0x0.0x1/', 'private'],
    ['http://127.000.000.001/', 'private'],
    ['http://192.168.257/', 'private'],
    ['http://0xa9fea9fe/', 'private'],
    ['http://0251.0376.0251.0376/', 'private'],
    ['http://%31%32%37.0.0.1/', 'private'],
    ['http://127.0.0\t.1/', 'private'],
    ['http:127.0.0.1', 'private'],
    ['http:\\\\127.0.0.1', 'private'],
    ['http://127.0.0.1\\@example.org/', 'private'],
    ['http://127.0.0.1#@example.org/', 'private'],
    ['http://example.org@127.0.0.1/', 'address'],
    ['http://[0:0:0:0:0:ffff:127.0.0.1]/', 'private'],
    ['http://[::127.0.0.1]/', 'private'],
    ['http://[2002:7f00:1::]/', 'private'],
    ['http://[fd00:ec2::254]/', 'private'],
    ['http://example.org:0/', 'address'],
    ['http://127.0.0.1./', 'private'],
    ['http://①②⑦.⓪.⓪.①/', 'private'],
    ['http://127。0。0。1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::ffff:127.0.0.1]/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['http://[64:ff9b::127.0.0.1]/', 'private'],
    ['http://169.254.169.254/latest/meta-data/', 'private'],
    ['http://0/', 'private'],
    ['ftp://example.org/', 'address'],
    ['file:///etc/passwd', 'address'],
    ['javascript:alert(1)', 'address'],
    ['data:text/html,hello', 'address'],
    ['gopher://example.org/', 'address'],
    ['http://example.org:22/', 'address'],
    ['https://example.org:6379/', 'address'],
    ['http://user:secret@example.org/', 'address'],
    ['http://user@example.org/', 'address'],
    ['http://[fe80::1%25eth0]/', 'address'],
    ['example.org', 'address'],
    ['http://', 'address'],
    ['', 'address'],
    [`https://example.org/${'a'.repeat(5_000)}`, 'address'],
  ];
  test.each(refused)('%s', (url, failure) => {
    expect(() => checkUrl(url, CLOSED)).toThrow(expect.objectContaining({ failure }));
  });

  test('no message repeats a password', () => {
    expect(() => checkUrl('http://user:secret@example.org/', CLOSED)).not.toThrow(/secret/);
  });

  test('an allowed one loses only its fragment', () => {
    expect(checkUrl('HTTPS://Example.org:443/a?b=c#d', CLOSED).href).toBe('https://example.org/a?b=c');
    expect(checkUrl('http://example.org:8080/', { allowed: [], ports: [{ from: 8_000, to: 8_100 }] }).port).toBe(
      '8080',
    );
  });
});

describe('host names', () => {
  test.each([
    ['a private address', ['10.0.0.1']],
    ['a public and a private one', ['93.184.215.14', '127.0.0.1']],
    ['a mapped one', ['::ffff:192.168.0.1']],
    ['an address with a zone', ['fe80::1%eth0']],
  ])('one that resolves to %s is refused', async (_, addresses) => {
    const fetcher = makeFetcher({ policy: CLOSED, userAgent: 'test', resolve: async () => addresses });
    expect(await failureOf(fetcher.fetch({ url: 'http://news.example/', accept: '*/*' }))).toBe('private');
    await fetcher.close();
  });

  test('one whose result changes is connected at the checked address', async () => {
    const site = await serve((_, response) => response.end('checked'));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    const fetcher = fetcherOf({ resolve: async () => answers[asked++] ?? [] });
    const { bytes } = await fetcher.fetch({ url: `http://news.example:${site.port}/`, accept: '*/*' });
    expect([Buffer.from(bytes).toString(), asked]).toEqual(['checked', 1]);
  });

  test('an unknown one is reported as such', async () => {
    const fetcher = fetcherOf({ resolve: async () => [] });
    await expect(fetcher.fetch({ url: 'http://nowhere.example/', accept: '*/*' })).rejects.toThrow(
      'There is no such host as nowhere.example: check the address.',
    );
  });
});

describe('redirects', () => {
  const lured: readonly (readonly [target: string, failure: string])[] = [
    ['http://127.0.0.2.nip.example:1/', 'address'],
    ['http://10.0.0.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://169.254.169.254/', 'private'],
    ['http://intern.example/', 'private'],
    ['file:///etc/passwd', 'address'],
    ['http://user:secret@example.org/', 'address'],
    ['//2852039166/', 'private'],
  ];
  test.each(lured)('to %s are refused', async (target, failure) => {
    const site = await serve((_, response) => response.writeHead(302, { location: target }).end());
    const fetcher = fetcherOf({ resolve: async () => ['192.168.0.9'] });
    expect(await failureOf(fetcher.fetch({ url: site.url, accept: '*/*' }))).toBe(failure);
    expect(site.requests).toHaveLength(1);
  });
});
