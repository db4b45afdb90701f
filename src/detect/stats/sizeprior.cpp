// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/stats/sizeprior.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace flowglass::detect {

namespace {

struct Point
{
    double size;
    double tail;
};

constexpr Point kSingleLeg[] = {
    {1, 1.0},   {2, 0.56},  {3, 0.44},   {4, 0.37},   {5, 0.33},   {6, 0.26},   {10, 0.20},    {11, 0.12},
    {20, 0.08}, {21, 0.06}, {25, 0.054}, {26, 0.043}, {50, 0.028}, {51, 0.018}, {100, 0.0105}, {101, 0.006}};
constexpr Point kMultiLeg[] = {{1, 1.0},   {2, 0.60},  {5, 0.38},   {6, 0.30},   {10, 0.24},   {11, 0.16},
                               {20, 0.11}, {25, 0.08}, {50, 0.045}, {51, 0.033}, {100, 0.020}, {101, 0.013}};
constexpr Point kCrossFloor[] = {{1, 1.0}, {10, 0.97}, {100, 0.85}, {400, 0.50}, {1000, 0.30}, {1001, 0.20}};

std::span<const Point> pointsOf(PrintClass printClass)
{
    switch (printClass) {
    case PrintClass::MultiLeg:
        return kMultiLeg;
    case PrintClass::CrossFloor:
        return kCrossFloor;
    case PrintClass::SingleLeg:
    case PrintClass::VolumeOnly:
    case PrintClass::Cancel:
        break;
    }
    return kSingleLeg;
}

} // namespace

double priorTail(PrintClass printClass, std::uint32_t size)
{
    const std::span<const Point> points = pointsOf(printClass);
    const double x = std::max(1.0, double(size));
    const Point& end = points.back();
    if (x >= end.size)
        return end.tail * std::pow(x / end.size, -kPriorTailIndex);
    const auto above = std::ranges::upper_bound(points, x, {}, &Point::size);
    const Point& a = *(above - 1);
    const Point& b = *above;
    const double part = std::log(x / a.size) / std::log(b.size / a.size);
    return a.tail * std::pow(b.tail / a.tail, part);
}

} // namespace flowglass::detect
