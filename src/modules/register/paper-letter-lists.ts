// The codes an officer may choose from on the page of letters on paper.
export { RELATIONS } from './effect-parts.ts'
export const MARITAL_STATUSES = ['1', '2', '3', '4', '5', '6'] as const
export const RELIGIONS = ['1', '2', '3', '4', '5', '6', '7'] as const
