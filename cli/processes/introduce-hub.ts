import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Persona } from '../../gateway/persona.js';
import { projectRoot } from '../../settings/project-root.js';
import { labelAnswer } from '../picture/label-answer.js';
import { renderPicture, type GraphqlAnswer } from '../picture/render-picture.js';

export interface Introduction {
  readonly url: URL;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly personas: readonly Persona[];
  readonly sampleStudentId: string | null;
  readonly say: (line: string) => void;
}

/** The persona that may see every part of the picture. */
const WHOLE_PICTURE = 'coordination-officer';

/** Tells a newcomer where the hub is, who can be played, and shows one child's picture asked through the gateway. */
export async function introduceHub({
  url,
  developmentIssuer,
  personas,
  sampleStudentId,
  say,
}: Introduction): Promise<void> {
  const persona = personas.find(({ slug }) => slug === WHOLE_PICTURE);
  if (developmentIssuer && persona && sampleStudentId) {
    const token = await developmentIssuer.issueToken(persona.claims, 'EXPLORER', 300);
    const answer = await askForPicture(url, token, persona.purposes[0] ?? 'CASE_HANDLING', sampleStudentId);
    say(renderPicture(answer, { colour: process.stdout.isTTY === true }));
    say('');
  }
  say(`Student support hub   ${new URL('/graphql', url)}   explorer ${new URL('/explorer', url)}`);
  if (personas.length > 0) {
    say(`Personas (npx hub token <persona>): ${personas.map(({ slug }) => slug).join(' ')}`);
    say('Stop with Ctrl-C.');
  }
}

async function askForPicture(url: URL, token: string, purpose: string, id: string): Promise<GraphqlAnswer> {
  const read = (name: string) => readFileSync(join(projectRoot, 'schema', name), 'utf8');
  const query = read('operations/SupportPicture.graphql');
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-purpose': purpose, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const answer = (await response.json()) as GraphqlAnswer;
  return labelAnswer(answer, { supergraph: read('supergraph.graphql'), operation: query });
}
