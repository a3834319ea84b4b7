// Every role with every action, in the last states of a case. The oracle and the reasons stand in support/role-matrix.ts.
import { LATE, testRoleMatrix } from '../support/role-matrix.ts'

testRoleMatrix(LATE)
