#include "services/core/expression.h"
