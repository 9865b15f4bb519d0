#include "services/core/catalogue.h"
