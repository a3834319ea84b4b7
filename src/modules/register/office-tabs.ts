// The register's places in an officer's menu, as far as the roles reach.
import type { Text } from '../../kernel/text.ts'
import type { Role } from '../../platform/http/visitor.ts'
import { DUPLICATE_READERS, FIGURE_READERS, READERS, TRANSFER_READERS } from './office-access.ts'

export const REGISTER_TABS: readonly {
  readonly path: string
  readonly label: Text
  readonly roles: readonly Role[]
}[] = [
  { path: '/register', label: { id: 'Register', en: 'Register' }, roles: READERS },
  { path: '/duplicates', label: { id: 'Data ganda', en: 'Duplicates' }, roles: DUPLICATE_READERS },
  { path: '/coverage', label: { id: 'Cakupan', en: 'Coverage' }, roles: FIGURE_READERS },
  { path: '/transfers', label: { id: 'Pindah datang', en: 'Moves' }, roles: TRANSFER_READERS },
]
