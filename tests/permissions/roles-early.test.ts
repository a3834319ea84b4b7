// Every role with every action, in the first states of a case. The oracle and the reasons stand in support/role-matrix.ts.
import { EARLY, testRoleMatrix } from '../support/role-matrix.ts'

testRoleMatrix(EARLY)
