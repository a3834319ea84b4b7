// What is refused about a day typed in a growth form, in words.
import type { Text } from '../../kernel/text.ts'

export const dayRefusals = {
  'growth.day-number': {
    status: 422,
    text: {
      id: 'Tanggal hanya 1 sampai 31. Lihat lagi catatan Anda.',
      en: 'A day is 1 to 31. Look at your notes again.',
    },
  },
  'growth.month-number': {
    status: 422,
    text: {
      id: 'Bulan hanya 1 sampai 12, atau namanya. Lihat lagi catatan Anda.',
      en: 'A month is 1 to 12, or its name. Look at your notes again.',
    },
  },
  'growth.year-range': {
    status: 422,
    text: {
      id: 'Tahun ini di luar {first} sampai {last}. Lihat lagi catatan Anda.',
      en: 'This year is outside {first} to {last}. Look at your notes again.',
    },
  },
  'growth.day-of-month': {
    status: 422,
    text: {
      id: '{monthId} {year} hanya sampai tanggal {last}. Lihat lagi catatan Anda.',
      en: '{monthEn} {year} ends on day {last}. Look at your notes again.',
    },
  },
  'growth.day-in-future': {
    status: 422,
    text: {
      id: 'Tanggal ini belum terjadi. Hari ini {todayId}. Tulis hari yang sudah lewat atau hari ini.',
      en: 'This day has not come yet. Today is {todayEn}. Write a day that has passed, or today.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
