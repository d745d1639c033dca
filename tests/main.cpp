// The one test program; the tests themselves stand beside what they test, and in the folders here.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
