/* What the checker's faults and verdicts say, in each language. */
#ifndef LRI_REPORT_CHECK_SENTENCES_H
#define LRI_REPORT_CHECK_SENTENCES_H

#include "check/check.h"
#include "report/page.h"

typedef enum lri_verdict {
    LRI_VERDICT_VALID,
    LRI_VERDICT_NO_PROOF,
    LRI_VERDICT_INVALID,
    LRI_VERDICT_RULE,
    LRI_VERDICT_STEP, /* what stands for a rule without a number */
    LRI_VERDICT_MEASURES,
    LRI_VERDICT_AWARDS,
    LRI_VERDICTS
} lri_verdict;

const char *lri_verdict_form(leerroute_language language, lri_verdict verdict);

/* The fault in a sentence. */
const char *lri_check_sentence(lri_page *page, const leerroute_check *check,
                               const lri_check_fault *fault);

#endif
