import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A CIDR block of addresses: `10.0.0.0/8`. */
export interface AddressRange {
  readonly network: Address;
  readonly bits: number;
}

/** Public unicast by its number, but the metadata service of a cloud provider. */
const METADATA = ipaddr.parse('168.63.129.16');

/** All public IPv6 addresses (RFC 4291, section 2.4; the IANA has assigned no others). */
const GLOBAL_IPV6 = { network: ipaddr.parse('2000::'), bits: 3 };

/** @returns undefined if the text is not a CIDR block. */
export function parseRange(text: string): AddressRange | undefined {
  const whole = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  if (!ipaddr.isValidCIDR(whole)) return undefined;
  const [network, bits] = ipaddr.parseCIDR(whole);
  return { network, bits };
}

/**
 * Whether connections to an address are allowed: it is public, or in a block that the operator allows. Private,
 * loopback, link-local, shared, multicast, documentation and reserved addresses are not, nor are IPv6 addresses that
 * embed an IPv4 address for a translator or a tunnel. An IPv4-mapped address is checked as its IPv4 address.
 */
export function mayConnect(address: string, allowed: readonly AddressRange[]): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const own = ipaddr.process(address);
  if (allowed.some((range) => isWithin(own, range))) return true;
  if (own.range() !== 'unicast' || isWithin(own, { network: METADATA, bits: 32 })) return false;
  return own.kind() === 'ipv4' || (isWithin(own, GLOBAL_IPV6) && !isIsatap(own as ipaddr.IPv6));
}

/** Whether the interface identifier embeds an IPv4 address (RFC 5214, section 6.1): `::0:5efe:127.0.0.1`. */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;

const isWithin = (address: Address, { network, bits }: AddressRange): boolean =>
  address.kind() === network.kind() && address.match(network as never, bits);
