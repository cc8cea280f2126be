// SPDX-FileCopyrightText: 2026 The Vibrant developers
// SPDX-License-Identifier: MIT

// Brings the place that a search is at into view, a third of the way down unless it is in view already. A list learns the
// heights of its messages as it goes, and a message lays out its blocks, so the place is approached over some frames.
import QtQuick
import Vibrant.Core
import Vibrant.Theme

Timer {
    id: root

    required property ListView list
    required property FollowTail tail

    readonly property int patience: 30 // frames
    property int frames: 0

    function begin(): void {
        if (list.itemAtIndex(ChatFinder.row) === null) {
            tail.scrolling = true;
            list.positionViewAtIndex(ChatFinder.row, ListView.Beginning);
            tail.scrolling = false;
        }
        frames = 0;
        restart();
    }

    // True when nothing is left to do.
    function approach(): bool {
        const holder = ChatFinder.holder as FoundMarks;
        if (holder === null || holder.currentRect.width === 0)
            return false;
        const place = holder.mapToItem(list, holder.currentRect);
        if (place.top >= Metrics.space20 && place.bottom <= list.height - Metrics.space28)
            return true;
        const top = list.originY - list.topMargin;
        const bottom = Math.max(top, list.originY + list.contentHeight + list.bottomMargin - list.height);
        tail.scrolling = true;
        list.contentY = Math.max(top, Math.min(bottom, list.contentY + place.top - list.height / 3));
        tail.scrolling = false;
        return false;
    }

    interval: 16
    repeat: true
    triggeredOnStart: true
    onTriggered: {
        if (approach() || ++frames > patience)
            stop();
    }
}
