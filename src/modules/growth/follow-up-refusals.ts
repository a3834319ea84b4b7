// What is refused about alerts, referrals, extra food and survey figures, in words: what is wrong, then what to write instead. Must
// stay true: a sentence never carries a name or a NIK.
import type { Text } from '../../kernel/text.ts'

export const followUpRefusals = {
  'growth.pmt-eaten': {
    status: 422,
    text: {
      id: 'Makanan diberikan {days} hari, jadi paling banyak dihabiskan {days} hari. Periksa centang harinya.',
      en: 'Food was given on {days} days, so it was eaten up on {days} at most. Check the ticks of the days.',
    },
  },
  'growth.pmt-future': {
    status: 422,
    text: {
      id: 'Ada hari yang belum tiba. Centang hanya hari makanan sudah diberikan, sisanya nanti.',
      en: 'One of these days has not come yet. Tick only the days on which food was given; the rest can wait.',
    },
  },
  'growth.pmt-position': {
    status: 422,
    text: {
      id: 'Pilih terlentang atau berdiri untuk panjang yang diisi.',
      en: 'Choose lying or standing for the length you wrote.',
    },
  },
  'growth.pmt-length': {
    status: 422,
    text: {
      id: 'Panjang atau tinggi ditulis dalam cm, antara 30 dan 160. Periksa lagi.',
      en: 'Length or height is written in cm, between 30 and 160. Look again.',
    },
  },
  'growth.pmt-week': {
    status: 422,
    text: {
      id: 'Minggu {week} tidak cocok dengan rencana {weeks} minggu. Isi tiap minggu sekali, tujuh hari.',
      en: 'Week {week} does not fit the plan of {weeks} weeks. Fill each week once, with seven days.',
    },
  },
  'growth.alert-step': {
    status: 409,
    text: {
      id: 'Peringatan ini tidak bisa pindah dari {state} ke {next}. Buka lagi untuk melihat keadaannya.',
      en: 'This alert cannot go from {state} to {next}. Open it again to see where it stands.',
    },
  },
  'growth.alert-result-missing': {
    status: 422,
    text: {
      id: 'Hasilnya belum ditulis. Tulis apa yang dilakukan dan bagaimana keadaan anak.',
      en: 'The result is missing. Write what was done and how the child is.',
    },
  },
  'growth.sam-reason-missing': {
    status: 422,
    text: {
      id: 'Menurut ukuran terakhir, perawatan gizi buruk belum boleh berakhir. Pilih hasil lain, atau tulis mengapa anak ini sudah membaik.',
      en: 'By the last measurement, care for severe wasting may not end yet. Choose another result, or write why this child has recovered.',
    },
  },
  'growth.referral-place': {
    status: 422,
    text: {
      id: 'Tujuan rujukan belum diisi. Tulis nama Puskesmas atau rumah sakitnya, paling panjang 200 huruf.',
      en: 'The place of the referral is missing. Write the name of the health centre or hospital, at most 200 letters.',
    },
  },
  'growth.referral-reason': {
    status: 422,
    text: {
      id: 'Alasan rujukan belum diisi atau terlalu panjang. Tulis apa yang ditemukan, paling panjang {most} huruf.',
      en: 'The reason for the referral is missing or too long. Write what was found, at most {most} letters.',
    },
  },
  'growth.answer-diagnosis': {
    status: 422,
    text: {
      id: 'Diagnosis belum diisi atau terlalu panjang. Tulis hasil pemeriksaan, paling panjang {most} huruf.',
      en: 'The diagnosis is missing or too long. Write what the examination found, at most {most} letters.',
    },
  },
  'growth.answer-code': {
    status: 422,
    text: {
      id: 'Diagnosis berkode dipilih dokter dari daftarnya. Pilih satu atau kosongkan.',
      en: 'A coded diagnosis is chosen by a doctor from the list. Choose one or leave it empty.',
    },
  },
  'growth.answer-plan': {
    status: 422,
    text: {
      id: 'Rencana belum diisi atau terlalu panjang. Tulis apa yang dilakukan berikutnya, paling panjang {most} huruf.',
      en: 'The plan is missing or too long. Write what is to be done next, at most {most} letters.',
    },
  },
  'growth.care-words': {
    status: 422,
    text: { id: 'Terlalu panjang. Paling banyak {most} huruf.', en: 'Too long. {most} letters at most.' },
  },
  'growth.care-ratio': {
    status: 422,
    text: {
      id: 'Tulis makanan khususnya, dan rasio protein terhadap energi dalam persen, misalnya 12,5.',
      en: 'Write the special food, and its protein-energy ratio in percent, such as 12.5.',
    },
  },
  'growth.care-activity': {
    status: 422,
    text: {
      id: 'Tulis menit (1 sampai 180) dan hari per minggu (1 sampai 7) untuk aktivitas.',
      en: 'Write the minutes (1 to 180) and the days a week (1 to 7) of activity.',
    },
  },
  'growth.answer-day': {
    status: 422,
    text: {
      id: 'Tanggal periksa lagi tidak bisa dipakai. Pilih hari ini atau sesudahnya, atau kosongkan.',
      en: 'The day to look again cannot be used. Choose today or a later day, or leave it empty.',
    },
  },
  'growth.words-long': {
    status: 422,
    text: {
      id: 'Catatan ini terlalu panjang. Ringkas menjadi paling panjang {most} huruf.',
      en: 'This note is too long. Shorten it to at most {most} letters.',
    },
  },
  'growth.pmt-no-reason': {
    status: 409,
    text: {
      id: 'Pengukuran terakhir tidak memberi alasan makanan tambahan. Ukur lagi, atau tangani gizi buruk di Puskesmas.',
      en: 'The last measuring gives no reason for extra food. Measure again, or treat severe wasting at the health centre.',
    },
  },
  'growth.pmt-no-kek': {
    status: 409,
    text: {
      id: 'LiLA terakhir ibu ini tidak di bawah batas KEK, atau kehamilannya sudah selesai. Ukur lagi pada kunjungan.',
      en: 'Her last arm is not below the limit of KEK, or the pregnancy is over. Measure again at a visit.',
    },
  },
  'growth.pmt-weight': {
    status: 422,
    text: {
      id: 'Berat di luar {minId} sampai {maxId}. Tulis dalam kilogram dan periksa komanya.',
      en: 'The weight lies outside {minEn} to {maxEn}. Write kilograms and check the point.',
    },
  },
  'growth.pmt-weight-change': {
    status: 422,
    text: {
      id: '{nowId} jauh dari {beforeId} pada penimbangan sebelumnya. Timbang lagi. Bila memang benar, centang “Sudah ditimbang lagi” dan simpan.',
      en: '{nowEn} is far from {beforeEn} at the weighing before. Weigh again. If it is right, tick “Weighed again” and save.',
    },
  },
  'growth.pmt-arm': {
    status: 422,
    text: {
      id: 'LiLA ibu dalam sentimeter, misalnya 23,1. Periksa lagi angkanya.',
      en: 'The mother’s arm in centimetres, such as 23.1. Check the figure again.',
    },
  },
  'growth.pmt-partner': {
    status: 422,
    text: {
      id: 'Tulis mitra yang memberi makanan ini, paling banyak {most} huruf.',
      en: 'Write the partner who gives this food, {most} letters at most.',
    },
  },
  'growth.pmt-running': {
    status: 409,
    text: {
      id: 'Anak ini sedang menerima makanan tambahan. Selesaikan yang berjalan sebelum memulai yang baru.',
      en: 'This child is receiving extra food already. End that programme before a new one begins.',
    },
  },
  'growth.pmt-ended': {
    status: 409,
    text: {
      id: 'Program makanan ini sudah selesai. Mulai program baru bila masih perlu.',
      en: 'This food programme has ended. Begin a new one if it is still needed.',
    },
  },
  'growth.survey-year': {
    status: 422,
    text: {
      id: 'Tahun ini tidak bisa dipakai. Tulis tahun survei dengan empat angka, paling akhir {thisYear}.',
      en: 'This year cannot be used. Write the year of the survey in four digits, {thisYear} at the latest.',
    },
  },
  'growth.survey-percent': {
    status: 422,
    text: {
      id: 'Persen ini di luar 0 sampai 100. Tulis angka dari laporan survei.',
      en: 'This percentage lies outside 0 to 100. Write the figure of the survey report.',
    },
  },
  'growth.survey-source': {
    status: 422,
    text: {
      id: 'Sumbernya belum ditulis. Tulis nama laporan dan halamannya, paling panjang 300 huruf.',
      en: 'The source is missing. Write the name of the report and the page, at most 300 letters.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly text: Text }>>
