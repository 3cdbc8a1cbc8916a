#define _GNU_SOURCE
#include "faults.h"

void oops_on_purpose(void)
{
}
