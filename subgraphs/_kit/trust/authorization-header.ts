import type { IncomingMessage } from 'node:http';

/**
 * @returns the request's `authorization`; nothing when there are several, of which Node keeps the first and a proxy
 *   before the hub may have checked another
 */
export function authorizationOf({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): string {
  const [authorization = '', ...others] = headersDistinct['authorization'] ?? [];
  return others.length === 0 ? authorization : '';
}
