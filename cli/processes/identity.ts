import { join } from 'node:path';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { TokenIssuer } from '../../subgraphs/_kit/access-token.js';
import { CommandError } from '../commands/command-error.js';
import type { Settings } from '../../settings/settings.js';

const DEVELOPMENT_ISSUER = 'urn:student-support-hub:development';
const DEVELOPMENT_AUDIENCE = 'student-support-hub';

/**
 * The issuer that stands in for an identity provider; undefined when one is configured.
 * @throws {CommandError} when its key can't be used.
 */
export async function openDevelopmentIssuer(settings: Settings): Promise<DevelopmentIssuer | undefined> {
  if (settings.oidc) return undefined;
  try {
    return await createDevelopmentIssuer({
      directory: join(settings.dataDir, 'issuer'),
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      production: settings.production,
    });
  } catch (cause) {
    // Only what the issuer says itself is meant for the operator.
    if (cause instanceof Error && cause.name === 'Error' && !('code' in cause))
      throw new CommandError('ISSUER_KEY_UNUSABLE', cause.message, { cause });
    throw cause;
  }
}

/** Whose tokens are accepted: the configured identity provider's, else the development issuer's. */
export function tokenIssuerOf(settings: Settings, development: DevelopmentIssuer | undefined): TokenIssuer {
  if (settings.oidc) {
    const { issuer, audience, jwksUrl } = settings.oidc;
    return { issuer, audience, keys: new URL(jwksUrl) };
  }
  if (!development) throw new Error('Neither an identity provider nor the development issuer is there.');
  return development.tokenIssuer;
}
