// The scope over plain answers, where tests have always found it.
export { plainScope } from '../plain-scope.ts'
