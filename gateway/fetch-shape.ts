import { Kind, print, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

import { isRecord } from './untrusted-json.js';

const ENTITIES = '_entities';

/** One `_entities` selection of a subgraph fetch. */
export interface EntityFetch {
  readonly alias: string;
  /** Variable that holds the representations. */
  readonly variable: string;
  /** Response keys selected on an entity of this type. */
  keysOf(typeName: string): readonly string[];
}

/** What one planned subgraph fetch asks for, derived once per plan. */
export interface FetchShape {
  /** JSON text of the request body up to the value of `variables`. */
  readonly bodyStart: string;
  readonly entities: readonly EntityFetch[];
  /** Response keys of plain root fields. */
  readonly rootKeys: readonly string[];
  readonly selected: SelectedKeys;
}

/** Response keys at one level, over all type conditions; undefined for leaves. */
type SelectedKeys = ReadonlyMap<string, SelectedKeys | undefined>;

/**
 * Removes what was not asked for. Answers are merged into one object per child, so an agency could otherwise
 * speak in another's name.
 */
export function dropUnasked(value: unknown, selected: SelectedKeys): void {
  if (Array.isArray(value)) {
    for (const item of value) dropUnasked(item, selected);
  } else if (isRecord(value)) {
    for (const key in value) {
      const inside = selected.get(key);
      if (inside) dropUnasked(value[key], inside);
      else if (!selected.has(key)) delete value[key];
    }
  }
}

const shapes = new WeakMap<DocumentNode, FetchShape>();

export function fetchShapeOf(document: DocumentNode): FetchShape {
  let shape = shapes.get(document);
  if (!shape) {
    shape = readShape(document);
    shapes.set(document, shape);
  }
  return shape;
}

function readShape(document: DocumentNode): FetchShape {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const roots = operation ? [...fieldsFor(undefined, operation.selectionSet)] : [];
  return {
    bodyStart: `{"query":${JSON.stringify(print(document))},"variables":`,
    entities: roots.filter(({ name }) => name.value === ENTITIES).map(toEntityFetch),
    rootKeys: roots.filter(({ name }) => name.value !== ENTITIES).map(responseKey),
    selected: selectedKeys(roots),
  };

  function toEntityFetch(field: FieldNode): EntityFetch {
    const given = field.arguments?.find((argument) => argument.name.value === 'representations')?.value;
    const keys = new Map<string, readonly string[]>();
    return {
      alias: responseKey(field),
      variable: given?.kind === Kind.VARIABLE ? given.name.value : 'representations',
      keysOf(typeName) {
        const known = keys.get(typeName);
        if (known) return known;
        const found = [...new Set([...fieldsFor(typeName, field.selectionSet)].map(responseKey))];
        const asked = found.filter((key) => key !== '__typename');
        keys.set(typeName, asked);
        return asked;
      },
    };
  }

  function selectedKeys(fields: Iterable<FieldNode>): SelectedKeys {
    const setsByKey = new Map<string, SelectionSetNode[]>();
    for (const field of fields) {
      const earlier = setsByKey.get(responseKey(field)) ?? [];
      setsByKey.set(responseKey(field), [...earlier, ...(field.selectionSet ? [field.selectionSet] : [])]);
    }
    return new Map(
      [...setsByKey].map(([key, sets]) => {
        const inside = sets.flatMap((set) => [...fieldsFor(undefined, set)]);
        return [key, inside.length ? selectedKeys(inside) : undefined];
      }),
    );
  }

  /** The planner writes concrete types only, so a condition either names the type or excludes it. */
  function* fieldsFor(typeName: string | undefined, set: SelectionSetNode | undefined): Generator<FieldNode> {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        yield selection;
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (typeName !== undefined && condition !== undefined && condition !== typeName) continue;
      yield* fieldsFor(typeName, fragment?.selectionSet);
    }
  }
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
