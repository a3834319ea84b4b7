// What for somebody looked at a person's data, in the words that person reads. Must stay true: a partner's purpose is the one of
// its agreement, as it stands in the journal; nothing that was no application is called one.
import type { Text } from '../kernel/text.ts'
import { purposeOfReason } from '../modules/register/office-purposes.ts'

type Row = { readonly role: string; readonly action: string; readonly reason: string | null }

const POSYANDU: Text = { id: 'Layanan posyandu dan kesehatan anak', en: 'Care at the posyandu' }

const PREGNANCY: Text = { id: 'Layanan ibu hamil', en: 'Care in pregnancy' }

/** By what stands before the point of an action. */
const BY_AREA: Readonly<Record<string, Text>> = {
  pregnancy: PREGNANCY,
  'mother-food': PREGNANCY,
  convergence: { id: 'Pendampingan keluarga', en: 'Assistance to families' },
  national: { id: 'Kecocokan dengan register nasional', en: 'Agreement with the national register' },
  privacy: { id: 'Permintaan Anda tentang data pribadi', en: 'Your request about personal data' },
}

/** Undefined: an application, as the page says by itself. */
export function purposeOf({ role, action, reason }: Row): Text | undefined {
  const known = purposeOfReason(reason)
  if (known !== undefined) return known
  if (role === 'partner' && reason !== null && reason !== '') return { id: reason, en: reason }
  const area = action.split('.')[0] ?? ''
  return area.startsWith('child') ? POSYANDU : Object.hasOwn(BY_AREA, area) ? BY_AREA[area] : undefined
}
