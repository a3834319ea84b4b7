// What `puja growth --help` says. Must stay true: every option and exit code of cli.ts stands here.
export const HELP = `Usage: puja growth COMMAND [options] [FILE|-]

Commands
  zscores       WHO z-scores of every child of a CSV file
  prevalence    prevalence tables with 95 % confidence intervals
  export        a table of a health centre as XLSX, CSV, DHIS2 or ADX: see puja growth export --help
  import        e-PPGBM lists and measurements in, with preview and undo: see puja growth import --help
  help          this text
Without FILE, or with -, the file is read from standard input.

The file is CSV in UTF-8 with commas; its first line names these columns, in any order, others may stand between:
  id, sex (1 m L boy, 2 f P girl), age_days, weight_kg, lenhei_cm, measure (l lying, h standing), headc_cm, muac_cm,
  triskin_mm, subskin_mm, oedema (y, n). An empty cell is "not measured".

puja growth zscores [--strict] [--lang en|id] [FILE|-]
  Writes every input column as it stood, then clenhei, cmeasure, c9mo_flag, cbmi and, for len wei wfl bmi hc ac ts ss,
  z.. (two decimals) and f.. (1 = implausible, measure again). Old columns of these names are replaced.
  A line that cannot be read is told on standard error with its number and the reason, and stays in the output with
  empty results: fields that are missing are empty, fields too many are kept together in the last input column.
  --strict        exit code 1 when a line could not be read (otherwise 0: the output is complete)

puja growth prevalence [--by COLUMN]... [--cluster COLUMN] [--strata COLUMN] [--weights COLUMN]
                       [--layout table|anthro] [--lang en|id] [FILE|-]
  Shares below -3, -2, -1 and above +1, +2, +3 SD, mean and standard deviation, for all, by age group, sex, both, and
  by each --by column (a village, for example). Flagged scores are left out; oedema counts below -3 SD in the
  weight-based shares; children older than 1826 days are left out. Intervals: Taylor linearisation over clusters,
  strata and weights, logit for shares, as WHO's anthro package and R's survey package give them.
  --layout        table: one line an indicator and group (default); anthro: the columns of anthro_prevalence
  A line that cannot be read is told on standard error and left out.

--lang en|id      language of the reports (en)
Exit codes: 0 done, 1 refused (no such file, a column is missing, bad lines with --strict), 2 used wrongly.
`
