// Words of the page of deputies.
import type { Text } from '../../kernel/text.ts'
import type { Role } from '../../platform/http/visitor.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const DEPUTY_TITLES: readonly { readonly value: string; readonly label: Text; readonly hint: Text }[] = [
  {
    value: 'plh',
    label: t('Plh. (pelaksana harian)', 'Plh. (acting for some days)'),
    hint: t('Pejabatnya berhalangan sementara.', 'The holder is away for a while.'),
  },
  {
    value: 'plt',
    label: t('Plt. (pelaksana tugas)', 'Plt. (acting, post empty)'),
    hint: t('Pejabatnya berhalangan tetap, jabatan kosong.', 'The post is empty.'),
  },
  {
    value: 'an',
    label: t('a.n. (atas nama)', 'a.n. (on behalf of)'),
    hint: t('Menandatangani atas nama pejabat.', 'Signs on behalf of the holder.'),
  },
]

/** Other pages of a region's administrator, for the tabs of the office. */
export const ADMIN_TABS: readonly { readonly path: string; readonly label: Text; readonly roles: readonly Role[] }[] = [
  { path: '/services', label: t('Layanan', 'Services'), roles: ['service-admin', 'head'] },
  { path: '/profile', label: t('Profil daerah', 'Profile'), roles: ['service-admin'] },
]

export const DEPUTY_WORDS = {
  tab: t('Pengganti', 'Deputies'),
  title: t('Pengganti saat berhalangan', 'Deputies for an absence'),
  lead: t(
    'Pengganti bekerja hanya pada hari yang disebut surat perintah. Yang mengusulkan dan yang menyetujui dua orang berbeda.',
    'A deputy works only on the days of the order. Who proposes and who confirms are two people.',
  ),
  list: t('Setahun terakhir', 'The last year'),
  caption: t('Pengganti, yang berakhir paling lambat di atas', 'Deputies, the latest end first'),
  deputy: t('Pengganti', 'Deputy'),
  post: t('Jabatan', 'Post'),
  days: t('Hari', 'Days'),
  order: t('Surat perintah', 'Order'),
  state: t('Keadaan', 'State'),
  act: t('Tindakan', 'Action'),
  until: t('{from} sampai {to}', '{from} to {to}'),
  forWhom: t('{role}, menggantikan {holder}', '{role}, for {holder}'),
  by: t('diusulkan {by}', 'proposed by {by}'),
  decided: t('diputuskan {by}', 'decided by {by}'),
  proposed: t('Menunggu persetujuan', 'Waits for confirmation'),
  coming: t('Disetujui, belum mulai', 'Confirmed, not begun'),
  acting: t('Sedang bertugas', 'Acting now'),
  over: t('Selesai', 'Over'),
  ended: t('Diakhiri', 'Ended'),
  refused: t('Tidak disetujui', 'Not confirmed'),
  confirm: t('Setujui', 'Confirm'),
  refuse: t('Jangan setujui', 'Refuse'),
  end: t('Akhiri sekarang', 'End now'),
  empty: t('Belum ada pengganti', 'No deputies yet'),
  emptyText: t(
    'Usulkan pengganti sebelum pejabat berhalangan, supaya permohonan tetap ditandatangani.',
    'Propose a deputy before the holder is away, so that applications are still signed.',
  ),
  propose: t('Usulkan pengganti', 'Propose a deputy'),
  whose: t('Jabatan yang digantikan', 'Post to stand in for'),
  who: t('Petugas pengganti', 'The deputy'),
  whoHint: t(
    'Petugas yang sudah menangani sebuah permohonan tidak dapat menandatanganinya.',
    'An officer who handled an application cannot sign it.',
  ),
  titleAs: t('Disebut sebagai', 'Titled as'),
  printedName: t('Nama untuk dicetak di dokumen', 'Name as printed on papers'),
  nip: t('NIP', 'Employee number'),
  decree: t('Nomor surat perintah', 'Number of the order'),
  from: t('Hari mulai', 'First day'),
  to: t('Hari terakhir', 'Last day'),
  proposeAct: t('Usulkan, menunggu persetujuan', 'Propose, waits for confirmation'),
  doneProposed: t('Usulan dicatat. Orang lain yang menyetujui.', 'The proposal is recorded. Someone else confirms.'),
  doneConfirmed: t(
    'Pengganti disetujui dan bekerja pada hari-harinya.',
    'The deputy is confirmed and works on those days.',
  ),
  doneRefused: t('Usulan tidak disetujui.', 'The proposal is refused.'),
  doneEnded: t('Pengganti diakhiri.', 'The deputy is ended.'),
} as const satisfies Record<string, Text>
