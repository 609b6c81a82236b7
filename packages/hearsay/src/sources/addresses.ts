import { BlockList, isIP } from "node:net";

/** Networks that are nobody's public web: this host, private and shared networks, link-local, documentation, multicast (IANA special-purpose registries). */
const closed4: readonly Network[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Of IPv6 only what is handed out for public use; inside it, what tunnels to IPv4 or is for documentation is closed. */
const open6: readonly Network[] = [["2000::", 3]];
const closed6: readonly Network[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

type Network = readonly [net: string, prefix: number];

const closed = listOf(closed4, closed6);
const open = listOf([], open6);

function listOf(four: readonly Network[], six: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of four) list.addSubnet(net, prefix, "ipv4");
  for (const [net, prefix] of six) list.addSubnet(net, prefix, "ipv6");
  return list;
}

/** Whether an IP address is on the public internet. Anything that is no IP address is not. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  if (family === 6) return open.check(address, "ipv6") && !closed.check(address, "ipv6");
  return false;
}
