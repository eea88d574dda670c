/* The kind of a reason why there is no route: its codes and ids without amounts and dates, so that
 * it is the same for everybody of whom it is true. */
#ifndef LRI_REPORT_REASON_KIND_H
#define LRI_REPORT_REASON_KIND_H

#include "ask/reasons.h"
#include "report/page.h"
#include "report/tree.h"

/* The codes of a change and of what cannot be had. */
extern const char *const lri_lift_codes[LRI_LIFT_KINDS];
extern const char *const lri_why_codes[LRI_WHYS];

/* Adds the keys of the kind to an object: `code`, `kind`, `id`, `level`, `add`, and the same of
 * each of `changes`, where the reason (or a kind) has them. Nothing in it is taken on trust. */
void lri_tree_reason_kind(lri_tree *tree, lri_value *object, const lri_value *reason);

/* The kind in words: "with a higher budget". What the catalogue does not have is told by its id. */
const char *lri_reason_kind_phrase(lri_page *page, const leerroute_catalogue *catalogue,
                                   const lri_value *kind);

#endif
