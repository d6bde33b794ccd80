import { parse, type EnumTypeDefinitionNode } from 'graphql';

export interface Label {
  readonly en: string;
  readonly zh: string;
}

export interface EnumLabels {
  readonly name: string;
  readonly label: Label;
  readonly values: readonly { readonly value: string; readonly label: Label; readonly code: string | null }[];
}

/** "English (中文)", then "official code NN" where a standard has one. */
const DESCRIPTION = /^(?<en>.+?) \((?<zh>[^()]*\p{Script=Han}(?:[^()]|\([^()]*\))*)\)(?:[.:]|$)/su;
const OFFICIAL_CODE = /official code (?<code>[\w-]+)/;

/** Reads the wording of every enum back out of the supergraph, so that clients get it as data. */
export function enumLabelsOf(supergraph: string): EnumLabels[] {
  return parse(supergraph)
    .definitions.filter((node) => node.kind === 'EnumTypeDefinition')
    .filter(({ name }) => !/^(join|link|core)__/.test(name.value))
    .map(toLabels)
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function toLabels(node: EnumTypeDefinitionNode): EnumLabels {
  const name = node.name.value;
  return {
    name,
    label: labelOf(name, node.description?.value),
    values: (node.values ?? []).map(({ name: value, description }) => ({
      value: value.value,
      label: labelOf(`${name}.${value.value}`, description?.value),
      code: OFFICIAL_CODE.exec(description?.value ?? '')?.groups?.['code'] ?? null,
    })),
  };
}

function labelOf(element: string, description: string | undefined): Label {
  const { en, zh } = DESCRIPTION.exec(description ?? '')?.groups ?? {};
  if (!en || !zh) throw new Error(`${element} lacks a description of the form "English (中文): …".`);
  return { en, zh };
}
