import {
  getNamedType,
  Kind,
  OperationTypeNode,
  print,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { checkObject, checkOf, type Check, type SelectedField, type SelectedFields } from './conformance.js';
import { isRecord } from './untrusted-json.js';
import {
  fieldsOf,
  labelOf,
  readerOf,
  readObjectOf,
  type Read,
  type ReaderContext,
  type ReadField,
} from './value-reader.js';

const ENTITIES = '_entities';

/** One `_entities` selection of a subgraph fetch. */
export interface EntityFetch {
  readonly alias: string;
  /** Its alias in the text of an answer. */
  readonly label: Uint8Array;
  /** Variable that holds the representations. */
  readonly variable: string;
  selectedOn(typeName: string): EntitySelection;
}

/** What is selected on entities of one type. */
export interface EntitySelection {
  readonly keys: readonly string[];
  readonly conforms: Check;
  readonly read: Read;
}

/** What one planned subgraph fetch asks for, derived once per plan. */
export interface FetchShape {
  /** JSON text of the request body up to the value of `variables`. */
  readonly bodyStart: string;
  readonly entities: readonly EntityFetch[];
  /** Plain root fields by response key. */
  readonly roots: SelectedFields;
  readonly rootFields: readonly ReadField[];
}

interface Occurrence {
  readonly field: FieldNode;
  readonly type: GraphQLOutputType | undefined;
  readonly required: boolean;
  readonly isSeam: boolean;
}

const shapes = new WeakMap<DocumentNode, FetchShape>();

/** @param context with what the supergraph promises to clients */
export function fetchShapeOf(document: DocumentNode, context: ReaderContext): FetchShape {
  let shape = shapes.get(document);
  if (!shape) {
    shape = readShape(document, context);
    shapes.set(document, shape);
  }
  return shape;
}

function readShape(document: DocumentNode, context: ReaderContext): FetchShape {
  const { schema, seams } = context;
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const rootType = schema.getRootType(operation?.operation ?? OperationTypeNode.QUERY);
  const roots = operation ? [...occurrencesIn(operation.selectionSet, rootType, true)] : [];
  const isEntities = ({ field }: Occurrence) => field.name.value === ENTITIES;
  const plain = toSelected(roots.filter((occurrence) => !isEntities(occurrence)));
  return {
    bodyStart: `{"query":${JSON.stringify(print(document))},"variables":`,
    entities: roots.filter(isEntities).map(({ field }) => toEntityFetch(field)),
    roots: plain,
    rootFields: fieldsOf(plain, rootType ? [rootType.name] : []),
  };

  function toEntityFetch(field: FieldNode): EntityFetch {
    const given = field.arguments?.find((argument) => argument.name.value === 'representations')?.value;
    const byType = new Map<string, EntitySelection>();
    return {
      alias: responseKey(field),
      label: labelOf(responseKey(field)),
      variable: given?.kind === Kind.VARIABLE ? given.name.value : 'representations',
      selectedOn(typeName) {
        let selection = byType.get(typeName);
        if (!selection) {
          const type = schema.getType(typeName);
          const fields = toSelected(
            field.selectionSet ? occurrencesIn(field.selectionSet, type, true, true) : [],
          );
          selection = {
            keys: [...fields.keys()],
            conforms: checkObject(fields, new Set([typeName])),
            read: readObjectOf(fields, [typeName]),
          };
          byType.set(typeName, selection);
        }
        return selection;
      },
    };
  }

  function toSelected(occurrences: Iterable<Occurrence>): SelectedFields {
    const byKey = new Map<string, Occurrence[]>();
    for (const occurrence of occurrences) {
      const key = responseKey(occurrence.field);
      byKey.set(key, [...(byKey.get(key) ?? []), occurrence]);
    }
    return new Map([...byKey].map(([key, same]): [string, SelectedField] => [key, toSelectedField(same)]));
  }

  function toSelectedField(same: readonly Occurrence[]): SelectedField {
    const type = same[0]?.type;
    const inside = same.flatMap(({ field, required }) =>
      field.selectionSet ? [...occurrencesIn(field.selectionSet, type && getNamedType(type), required)] : [],
    );
    const selected = toSelected(inside);
    return {
      required: same.some(({ required }) => required),
      isSeam: same.some(({ isSeam }) => isSeam),
      conforms: checkOf(type, selected, schema),
      reader: readerOf(type, selected, context),
    };
  }

  /**
   * @param required whether the surrounding selection applies in any case
   * @param exact whether `parent` is the type of the object itself, so that conditions on it always hold
   */
  function* occurrencesIn(
    set: SelectionSetNode,
    parent: GraphQLNamedType | null | undefined,
    required: boolean,
    exact = false,
  ): Generator<Occurrence> {
    for (const selection of set.selections) {
      const always = required && !selection.directives?.length;
      if (selection.kind === Kind.FIELD) {
        const isSeam = parent ? seams.agencyOf(parent.name, selection.name.value) !== undefined : false;
        yield { field: selection, type: typeOf(selection, parent), required: always, isSeam };
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const condition = fragment.typeCondition?.name.value;
      const holds = !condition || condition === parent?.name;
      if (exact && !holds) continue;
      const type = condition ? schema.getType(condition) : parent;
      yield* occurrencesIn(fragment.selectionSet, type, always && holds, exact);
    }
  }
}

function typeOf(
  field: FieldNode,
  parent: GraphQLNamedType | null | undefined,
): GraphQLOutputType | undefined {
  if (field.name.value === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef.type;
  return parent && 'getFields' in parent
    ? (parent.getFields() as Record<string, { type: GraphQLOutputType } | undefined>)[field.name.value]?.type
    : undefined;
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

export function representationsOf(
  { variable }: EntityFetch,
  variables: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const representations = variables[variable];
  return Array.isArray(representations) ? representations : [];
}

export function typeNameOf(representation: unknown): string {
  return isRecord(representation) ? String(representation[TypeNameMetaFieldDef.name]) : '';
}
