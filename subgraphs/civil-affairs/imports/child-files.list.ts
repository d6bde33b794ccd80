import { listedFields, ofListedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { ChildFileEntity } from '../child-file.entity.js';

/** Who the children are whom civil affairs knows; the other lists name them by the number of the file. */
export const childFilesList = defineChildList({
  list: 'child-files',
  title: { en: 'Children’s files', zh: '儿童档案' },
  register: 'CHILD_FILES',
  entity: ChildFileEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  fields: listedFields,
  ...ofListedChild,
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey, childName: values.name }),
});
