import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { generatedCounty } from '../processes/generated-county.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { openDevelopmentIssuer } from '../processes/identity.js';
import { loadPersonas } from '../processes/personas.js';
import { CommandError } from './command-error.js';

const DEFAULT_MINUTES = 60;
const MAX_MINUTES = 12 * 60;

export function addTokenCommand(program: Command): void {
  program
    .command('token')
    .description('print an access token for a persona, for development')
    .argument('<persona>', 'slug as "hub personas" lists it')
    .option('--portal', 'a token that runs registered operations only, as agency portals get it')
    .option(
      '--minutes <number>',
      `how long it is valid, at most ${MAX_MINUTES}`,
      parseMinutes,
      DEFAULT_MINUTES,
    )
    .action(async (slug: string, { portal, minutes }: { portal?: boolean; minutes: number }) => {
      const settings = loadSettings(undefined, agencyNames, { gateway: false, agencies: [] });
      const issuer = await openDevelopmentIssuer(settings);
      if (!issuer)
        throw new CommandError(
          'IDENTITY_PROVIDER_IN_USE',
          'An identity provider is configured (OIDC_ISSUER); get tokens from it.',
        );
      const personas = loadPersonas(settings, generatedCounty(settings));
      const persona = personas.find((candidate) => candidate.slug === slug);
      if (!persona)
        throw new CommandError(
          'UNKNOWN_NAME',
          `There is no such persona. Choose from: ${personas.map((each) => each.slug).join(', ')}.`,
        );
      console.log(await issuer.issueToken(persona.claims, portal ? 'PORTAL' : 'EXPLORER', minutes * 60));
    });
}

function parseMinutes(text: string): number {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_MINUTES) {
    throw new InvalidArgumentError(`Give whole minutes from 1 to ${MAX_MINUTES}.`);
  }
  return minutes;
}
