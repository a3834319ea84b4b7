// The sample pages by name, for /style/pages/<name> and for the tests that look at whole pages.
import type { Text } from '../../../../kernel/text.ts'
import type { PageContext } from '../../context.ts'
import type { Element } from '../../language.ts'
import { followUp, questionError } from './case-pages.tsx'
import { fieldConflict, fieldList, verifyRevoked, verifyValid } from './field-pages.tsx'
import { regionHome } from './home-page.tsx'
import { innovationWhatIf } from './innovation-page.tsx'
import { officerReview } from './review-page.tsx'
import { villageScorecard } from './scorecard-page.tsx'
import { serviceBirth } from './service-page.tsx'
import { officerWorklist } from './worklist-page.tsx'

export type SamplePage = { readonly title: Text; readonly render: (context: PageContext) => Element }

export const samplePages: Readonly<Record<string, SamplePage>> = {
  'region-home': { title: { id: 'Beranda daerah', en: 'Home of a region' }, render: regionHome },
  'service-birth': { title: { id: 'Satu layanan', en: 'One service' }, render: serviceBirth },
  'question-error': {
    title: { id: 'Pertanyaan yang perlu diperbaiki', en: 'A question to put right' },
    render: questionError,
  },
  'follow-up': { title: { id: 'Permohonan di jalan', en: 'A case on its way' }, render: followUp },
  'officer-worklist': { title: { id: 'Daftar kerja', en: 'List of work' }, render: officerWorklist },
  'officer-review': { title: { id: 'Satu permohonan diputuskan', en: 'One case decided' }, render: officerReview },
  'innovation-whatif': { title: { id: 'Indeks dan coba-coba', en: 'Index and what-if' }, render: innovationWhatIf },
  'village-scorecard': { title: { id: 'Rapor desa', en: 'Report of a village' }, render: villageScorecard },
  'field-list': { title: { id: 'Daftar hari ini di lapangan', en: 'Today in the field' }, render: fieldList },
  'field-conflict': { title: { id: 'Dua nilai berbeda', en: 'Two different values' }, render: fieldConflict },
  'verify-valid': { title: { id: 'Kertas asli', en: 'A genuine paper' }, render: verifyValid },
  'verify-revoked': { title: { id: 'Kertas dicabut', en: 'A revoked paper' }, render: verifyRevoked },
}
