/**
 * The parts of a post whose words count differently. Everything that is stored by field agrees on this order: the position of
 * a name is the field's id.
 * @module
 */
export const fieldNames = ['title', 'headings', 'taxonomy', 'body', 'code'] as const;
export type FieldName = (typeof fieldNames)[number];
/** Those that are made of the text of the post, so that their words stand in its passages; the others stand beside it. */
export const textFieldNames: readonly FieldName[] = ['headings', 'body', 'code'];
