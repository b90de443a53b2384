// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.List;
import java.util.function.Supplier;

/** Every case with its truth, as CorpusTruth proves it. */
public final class Cases {
    private Cases() {}

    public static List<Case> all() {
        return List.of(
                leak(PendingFutures::new),
                control(DroppedFutures::new),
                leak(SharedFuture::new),
                control(AnyOfFutures::new),
                control(OrTimeout::new),
                leak(DelayedTasks::new),
                leak(BlockedThreads::new).survivors(20),
                leak(ExecutorQueue::new),
                leak(CancelledTimers::new).survivors(0).leaking(
                        "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask",
                        100),
                leak(ParkedVirtualThreads::new).since(21),
                leak(UnreferencedVirtualThreads::new).since(21),
                control(UnreferencedVirtualThreads::new).since(21)
                        .option("-Djdk.trackAllThreads=false"),
                leak(OpenVirtualExecutors::new).since(21),
                control(UnreachableCycles::new),
                leak(WeakMapValues::new),
                leak(CleanerActions::new),
                leak(ThreadLocalCycles::new),
                control(GrowingBuffers::new),
                control(PoolHighWater::new).held(100),
                leak(PoolNeverReturned::new),
                leak(DirectBuffers::new).survivors(0).leaking("java.nio.DirectByteBuffer", 100),
                leak(PooledThreadLocals::new),
                control(DroppedThreadLocals::new).held(100),
                control(StaticThreadLocals::new).held(20),
                leak(VirtualThreadLocals::new).since(21),
                control(InheritedThreadLocal::new).held(1),
                leak(ManyThreads::new),
                leak(Listeners::new),
                leak(MapCache::new),
                leak(KeysWithoutEquals::new),
                leak(MutatedKeys::new),
                leak(SubLists::new),
                leak(InnerInstances::new),
                leak(KeptExceptions::new),
                leak(ShutdownHooks::new),
                leak(FinalizerBacklog::new),
                control(FinishedFinalizers::new),
                leak(PinnedLoaders::new).survivors(5)
                        .leaking(PinnedLoaders.Loader.class.getName(), 5),
                control(SoftCache::new).soft(),
                control(BoundedLru::new).held(50),
                control(ClearedDeque::new),
                control(WeakList::new),
                control(FinishedFutures::new),
                control(FinishedVirtualThreads::new).since(21));
    }

    private static Case leak(Supplier<LeakCase> maker) {
        return new Case(maker, true);
    }

    private static Case control(Supplier<LeakCase> maker) {
        return new Case(maker, false);
    }
}
